import type { LicenceClaims } from './claims/claims.ts';
import { readClaims } from './claims/read-claims.ts';
import { refuseDisagreement } from './claims/refuse-disagreement.ts';
import type { JsonObject } from './json-object.ts';
import type { VerifyOptions } from './options.ts';
import { checkPage, type PageFinding } from './page/check-page.ts';
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
  const { claims, statusAsOf, page, logged } = found;
  return {
    valid: found.refusal === undefined,
    ...(found.refusal ?? { code: 'valid', reason: 'The licence is genuine and in force.' }),
    asOf: options.now,
    ...(statusAsOf !== undefined && { statusAsOf }),
    ...(page && { page }),
    ...(logged && { logged }),
    ...(claims && { claims }),
  };
}

interface Judged {
  refusal?: Refusal | undefined;
  /** Once they can be believed. */
  claims?: LicenceClaims;
  statusAsOf?: number | undefined;
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
  return refusal ? { ...judged, refusal } : { ...judged, ...judgeEvidence(token, claims, options) };
}

/** What is checked on request: the page, then the proof. */
function judgeEvidence(token: string, claims: LicenceClaims, options: VerifyOptions): Judged {
  const { page, proof, keys } = options;
  const finding = page && checkPage(claims, page);
  if (finding && 'code' in finding) return { refusal: finding };
  const refusal = proof && checkProof(token, claims, proof, keys.log);
  return { refusal, ...(finding && { page: finding }), ...(proof && !refusal && { logged: true }) };
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
