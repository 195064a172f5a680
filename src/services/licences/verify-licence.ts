import type { Context } from '../../context.ts';
import { findPublic, findStanding } from '../../db/licence-standing.ts';
import type { Instant } from '../../domain/instant.ts';
import type { KeyDeps } from '../../security/verification/key-deps.ts';
import type { Verdict } from '../../security/verification/verdict.ts';
import { verifySignature } from '../../security/verification/verify-signature.ts';
import { verifyStanding } from '../../security/verification/verify-standing.ts';

export interface VerifyLicence {
  token: string;
  articleId?: string | undefined;
  origin?: string | undefined;
}

export type VerifiedLicence = Verdict & {
  /** The instant for which the answer holds. */
  asOf: Instant;
};

/** Verifies any string as a licence: what it shows itself, then what the record says of it. */
export async function verifyLicence(ctx: Context, input: VerifyLicence): Promise<VerifiedLicence> {
  const asOf = ctx.now();
  const { token, articleId, origin } = input;
  const checked = verifySignature(token, keyDeps(ctx, { now: asOf, articleId, origin }));
  if (!checked.ok) return { ...checked, asOf };
  const id = checked.claims.jti.replace(/^urn:uuid:/, '');
  const standing = await findStanding(ctx.db, id);
  return { ...verifyStanding(checked.claims, standing), asOf };
}

/** What tokens are held against here. */
export function keyDeps(
  ctx: Context,
  asked: Pick<KeyDeps, 'now' | 'articleId' | 'origin'>,
): KeyDeps {
  const { publicUrl, issuerAliases } = ctx.config;
  return { keys: ctx.keys.verifying, issuer: publicUrl, aliases: issuerAliases, ...asked };
}

/** What the public page of a licence shows: facts that the token itself carries, and its state. */
export async function showLicence(ctx: Context, id: string) {
  const row = await findPublic(ctx.db, id);
  return row && { ...row, asOf: ctx.now() };
}

/** The public keys, as a JSON Web Key Set. */
export function readJwks(ctx: Context) {
  return { keys: ctx.keys.jwks.keys.map((key) => ({ ...key })) };
}
