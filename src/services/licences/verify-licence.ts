import type { Context } from '../../context.ts';
import { findStanding } from '../../db/licence-standing.ts';
import {
  type Standing,
  type StandingUnknown,
  type Verdict,
  type VerifyOptions,
  verifyLicence,
} from '../../verifier/index.ts';

/** A token, and what is asked about it. */
export type VerifyToken = { token: string } & Pick<
  VerifyOptions,
  'articleId' | 'origin' | 'page' | 'proof'
>;

/** Verifies any string as a licence: what it shows itself, then what the record says of it. */
export async function verifyToken(ctx: Context, asked: VerifyToken): Promise<Verdict> {
  const { token, ...questions } = asked;
  return verifyLicence(token, {
    ...heldAgainst(ctx),
    ...questions,
    now: ctx.now(),
    standing: ({ jti }) => standingOf(ctx, jti.replace(/^urn:uuid:/, ''), token),
  });
}

async function standingOf(
  ctx: Context,
  id: string,
  token: string,
): Promise<Standing | StandingUnknown> {
  const found = await findStanding(ctx.db, id);
  if (!found) return { unknown: 'The token is genuine, but the record does not know it.' };
  if (signedPart(token) === signedPart(found.token)) return found;
  return { unknown: 'The token is genuine, but the record holds another one for this licence.' };
}

/** Without the signature, whose last character says nothing. */
function signedPart(token: string): string {
  return token.slice(0, token.lastIndexOf('.'));
}

/** What tokens are held against here. */
export function heldAgainst({
  config,
  keys,
}: Context): Pick<VerifyOptions, 'issuer' | 'aliases' | 'keys'> {
  return { issuer: config.publicUrl, aliases: config.issuerAliases, keys: keys.ring };
}
