import { validate as isUuid } from 'uuid';
import type { Context } from '../../context.ts';
import { findStanding } from '../../db/licence-standing.ts';
import {
  type Standing,
  type StandingUnknown,
  type Verdict,
  type VerifyOptions,
  verifyLicence,
} from '../../verifier/index.ts';
import { readFeedArticle } from './feed-article.ts';

/** A token, and what is asked about it. */
export type VerifyToken = { token: string } & Pick<
  VerifyOptions,
  'articleId' | 'origin' | 'page' | 'proof'
>;

const URN = /^urn:uuid:/;

/** Verifies any string as a licence: what it shows itself, then what the record says of it. */
export async function verifyToken(ctx: Context, asked: VerifyToken): Promise<Verdict> {
  const { token, ...questions } = asked;
  return verifyLicence(token, {
    ...heldAgainst(ctx),
    ...questions,
    now: ctx.now(),
    standing: ({ jti }) => standingOf(ctx, jti.replace(URN, ''), asked),
    feedArticle: ({ jti }, article) =>
      isUuid(article)
        ? readFeedArticle(ctx, { licence: jti.replace(URN, ''), article })
        : undefined,
  });
}

async function standingOf(
  ctx: Context,
  id: string,
  { token, articleId }: VerifyToken,
): Promise<Standing | StandingUnknown> {
  const article = articleId === undefined || isUuid(articleId) ? articleId : null;
  const found = await findStanding(ctx.db, id, article);
  if (!found) return { unknown: 'The token is genuine, but the record does not know it.' };
  if (signedPart(token) === signedPart(found.token)) {
    return { ...found, articleCovered: found.articleCovered ?? undefined };
  }
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
