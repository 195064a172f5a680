export { BUNDLE_FORMAT, type LicenceBundle } from './bundle/licence-bundle.ts';
export { readBundle } from './bundle/read-bundle.ts';
export { type BundleOptions, type BundleVerdict, verifyBundle } from './bundle/verify-bundle.ts';
export type * from './claims/claims.ts';
export { EDIT_LEVELS, IMAGE_LEVELS, MEDIA } from './claims/claims.ts';
export { type KeyRing, openKeyRing, type RingKey } from './keys/key-ring.ts';
export { readKeySet } from './keys/read-key-set.ts';
export { KEY_STATES, type KeyState, type VerifierKey } from './keys/verifier-key.ts';
export type { VerifyOptions } from './options.ts';
export { canonicalOf, integrityOf } from './page/canonical-text.ts';
export type { Page, PageFinding } from './page/check-page.ts';
export {
  type FeedArticle,
  type FeedArticleSource,
  readFeedArticle,
} from './page/feed-article.ts';
export type { LicenceProof } from './proof/check-proof.ts';
export {
  LICENCE_STATES,
  type Standing,
  type StandingQuestion,
  type StandingSource,
  type StandingUnknown,
} from './standing.ts';
export { readStatusToken, type StatusToken, type Unreadable } from './status/read-status-token.ts';
export { readStatuses, type Statuses, statusAt } from './status/read-statuses.ts';
export {
  type FetchList,
  standingFromFetched,
  standingFromToken,
} from './status/status-sources.ts';
export { ALGORITHM, LICENCE_TYP, STATUS_LIST_TYP } from './token/media-types.ts';
export { type Refusal, VERDICT_CODES, type Verdict, type VerdictCode } from './verdict.ts';
export { verifyLicence } from './verify-licence.ts';
