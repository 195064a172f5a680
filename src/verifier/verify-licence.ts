import type { LicenceClaims } from './claims/claims.ts';
import { readClaims } from './claims/read-claims.ts';
import { refuseDisagreement } from './claims/refuse-disagreement.ts';
import type { JsonObject } from './json-object.ts';
import type { VerifyOptions } from './options.ts';
import { checkPage, type PageFinding } from './page/check-page.ts';
import type { FeedArticle } from './page/feed-article.ts';
import { refuseAudience, refuseIssuer } from './parties.ts';
import { checkProof } from './proof/check-proof.ts';
import { askStanding, asOfStanding, refuseStanding } from './standing.ts';
import { readTimes, refuseTimes } from './times.ts';
import { LICENCE_TYP } from './token/media-types.ts';
import { readSigned } from './token/read-signed.ts';
import { type Refusal, refuse, type Verdict } from './verdict.ts';

const MOST_BYTES = 16 * 1024;

/**
 * Verifies any string as a licence. Never rejects and never throws, whatever the string is.
 *
 * In this order, and the first that fails is the answer: size and shape, type, algorithm, nothing
 * critical, key and signature, issuer, audience, times, claims, claims that agree with one
 * another, standing; then, where they are given, the page and the proof.
 *
 * The token as a string is no identity: its last character can be altered without altering the
 * signature. A licence is told by its `jti`.
 */
export async function verifyLicence(token: string, options: VerifyOptions): Promise<Verdict> {
  const found = await judge(token, options);
  const { claims, statusAsOf, article, page, logged } = found;
  return {
    valid: found.refusal === undefined,
    ...(found.refusal ?? { code: 'valid', reason: VALID[article ?? 'named'] }),
    asOf: options.now,
    ...(statusAsOf !== undefined && { statusAsOf }),
    ...(article && { article }),
    ...(page && { page }),
    ...(logged && { logged }),
    ...(claims && { claims }),
  };
}

const VALID = {
  named: 'The licence is genuine and in force.',
  covered: 'The licence is genuine and in force, and its feed holds this article.',
  unjudged: 'The licence is genuine and in force. It is for a feed, and no article was judged.',
} as const;

interface Judged {
  refusal?: Refusal | undefined;
  /** Once they can be believed. */
  claims?: LicenceClaims;
  statusAsOf?: number | undefined;
  article?: NonNullable<Verdict['article']>;
  page?: PageFinding;
  logged?: true;
}

async function judge(token: string, options: VerifyOptions): Promise<Judged> {
  const expected = { typ: LICENCE_TYP, keys: options.keys, mostBytes: MOST_BYTES };
  const signed = readSigned(token, expected);
  if ('code' in signed) return { refusal: signed };
  const judged = judgeClaims(signed.payload, options);
  if (judged.refusal || !judged.claims) return judged;
  return judgeFurther(token, judged.claims, options);
}

/** What stands outside the token: its standing, the page, the log. */
async function judgeFurther(
  token: string,
  claims: LicenceClaims,
  options: VerifyOptions,
): Promise<Judged> {
  const standing = await askStanding(claims, options);
  const judged = { claims, statusAsOf: asOfStanding(standing) };
  const refusal = refuseStanding(standing);
  if (refusal) return { ...judged, refusal };
  const article = claims.feed && (isCovered(standing) ? 'covered' : 'unjudged');
  const evidence = await judgeEvidence(token, claims, options);
  return { ...judged, ...(article && { article }), ...evidence };
}

function isCovered(standing: Awaited<ReturnType<typeof askStanding>>): boolean {
  return !('unknown' in standing) && standing.articleCovered === true;
}

/** What is checked on request: the page, then the proof. */
async function judgeEvidence(
  token: string,
  claims: LicenceClaims,
  options: VerifyOptions,
): Promise<Judged> {
  const { page, proof, keys } = options;
  const finding = page && checkPage(claims, page, await feedArticleOf(claims, options));
  if (finding && 'code' in finding) return { refusal: finding };
  const refusal = proof && checkProof(token, claims, proof, keys.log);
  return { refusal, ...(finding && { page: finding }), ...(proof && !refusal && { logged: true }) };
}

/** A source that fails knows nothing of the article. */
async function feedArticleOf(
  claims: LicenceClaims,
  { feedArticle, articleId }: VerifyOptions,
): Promise<FeedArticle | undefined> {
  if (typeof feedArticle !== 'function') return feedArticle;
  if (!claims.feed || articleId === undefined) return undefined;
  try {
    return await feedArticle(claims, articleId);
  } catch {
    return undefined;
  }
}

function judgeClaims(payload: JsonObject, options: VerifyOptions): Judged {
  const { issuer, aliases = [], origin, now } = options;
  const refusal =
    refuseIssuer(payload.iss, [issuer, ...aliases]) ?? refuseAudience(payload.aud, origin);
  if (refusal) return { refusal };
  const times = readTimes(payload);
  if ('code' in times) return { refusal: times };
  const untimely = refuseTimes(times, now);
  const read = readClaims(payload);
  if ('code' in read) return { refusal: untimely ?? read };
  const { claims } = read;
  return {
    refusal: untimely ?? refuseDisagreement(claims) ?? refuseArticle(claims, options),
    claims,
  };
}

function refuseArticle({ article }: LicenceClaims, { articleId }: VerifyOptions) {
  const isOther = article && articleId !== undefined && articleId !== article.id;
  return isOther ? refuse('claims-invalid', 'The licence is for another article.') : undefined;
}
