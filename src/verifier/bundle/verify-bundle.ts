import { openKeyRing } from '../keys/key-ring.ts';
import { readKeySet } from '../keys/read-key-set.ts';
import type { VerifyOptions } from '../options.ts';
import { integrityOf } from '../page/canonical-text.ts';
import type { Standing, StandingSource, StandingUnknown } from '../standing.ts';
import { standingFromToken } from '../status/status-sources.ts';
import { refuse, type Verdict } from '../verdict.ts';
import { verifyLicence } from '../verify-licence.ts';
import type { LicenceBundle } from './licence-bundle.ts';
import { readBundle } from './read-bundle.ts';

/** What a bundle is held against; what is absent is taken from the bundle itself. */
export type BundleOptions = Pick<
  VerifyOptions,
  'now' | 'origin' | 'articleId' | 'feedArticle' | 'page'
> &
  Partial<Pick<VerifyOptions, 'issuer' | 'aliases' | 'keys' | 'standing'>>;

/** The answer to a bundle. */
export interface BundleVerdict extends Verdict {
  /**
   * Whose word the keys are. Those of the bundle show that its parts belong together, and no more:
   * whoever made it may have made the keys too, so their names are to be compared with the issuer's.
   */
  keysFrom: 'caller' | 'bundle';
}

/** Verifies a licence bundle with no network. Never rejects and never throws. */
export async function verifyBundle(text: string, options: BundleOptions): Promise<BundleVerdict> {
  const keysFrom = options.keys ? 'caller' : 'bundle';
  const read = readBundle(text);
  if ('code' in read) return { valid: false, ...read, asOf: options.now, keysFrom };
  const { bundle } = read;
  const keys = options.keys ?? (await openKeyRing(readKeySet(bundle.keys) ?? []));
  const verdict = await verifyLicence(bundle.token, {
    ...options,
    keys,
    issuer: options.issuer ?? bundle.issuer,
    aliases: options.aliases ?? (options.issuer === undefined ? bundle.aliases : []),
    standing: options.standing ?? standingOf(bundle, keys),
    proof: keys.log.length > 0 ? bundle.proof : undefined,
  });
  return { ...heldAgainstTerms(verdict, bundle), keysFrom };
}

/**
 * The standing by the signed list, told more closely by the record, which nobody has signed: the
 * record can make it worse and never better.
 */
function standingOf(
  { status, record }: LicenceBundle,
  keys: VerifyOptions['keys'],
): StandingSource {
  if (status === undefined) return () => ({ unknown: 'The bundle holds no status list.' });
  const onList = standingFromToken(status, keys);
  return async (claims, question) => {
    const listed = await onList(claims, question);
    return 'unknown' in listed ? listed : worse(listed, record);
  };
}

function worse(listed: Standing, record: Standing): Standing | StandingUnknown {
  if (listed.state === 'active') return { ...record, asOf: listed.asOf };
  const told = record.state === listed.state || record.state === 'active';
  return told ? { ...record, ...listed } : listed;
}

/** The terms are frozen: others than the licence names are not its terms. */
function heldAgainstTerms(verdict: Verdict, { terms }: LicenceBundle): Verdict {
  const { valid, claims } = verdict;
  if (!valid || !claims || integrityOf(terms) === claims.terms.integrity) return verdict;
  const refusal = refuse('terms-disagree', 'The terms in the bundle are not those of the licence.');
  return { ...verdict, valid: false, ...refusal };
}
