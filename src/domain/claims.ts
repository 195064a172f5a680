import type { Feed } from './feed.ts';
import type { Instant } from './instant.ts';
import { odrlAgreement } from './rights/agreement.ts';
import { feedTarget } from './rights/feed-target.ts';
import type { OdrlAgreement } from './rights/odrl.ts';
import type { Terms } from './terms.ts';
import { type GrantedUse, type UseDocument, writeUse } from './use.ts';
import { isEmptyInterval } from './use-interval.ts';

/** The version that may be reprinted. */
export interface ArticleClaim {
  id: string;
  version: number;
  /** The canonical URL. */
  href: string;
  headline: string;
  /** BCP 47. */
  lang: string;
  /** `sha256-…` over the version's canonical plain text (W3C Subresource Integrity form). */
  integrity: string;
}

/** The notice that must stay with the text. */
interface Notice {
  /** `sha256-…` over the UTF-8 of the text, or of the template. */
  integrity: string;
  required: true;
  position: 'after-body';
}

/** The version that is licensed with its notice, or a feed with the template of each notice. */
export type CoverageClaims =
  | { article: ArticleClaim; feed?: never; footer: Notice & { text: string } }
  | { article?: never; feed: Feed; footer: Notice & { template: string } };

/** How the work is credited, in schema.org's words. */
export interface CreditClaim {
  creditText: string;
  copyrightHolder: string;
  copyrightYear: number;
  canonical: string;
}

/** The human-readable terms, frozen. */
export interface TermsClaim {
  uri: string;
  version: number;
  /** `sha256-…` over the bytes at `uri`. */
  integrity: string;
}

/** Where the licence stands on a Token Status List (IETF). */
export interface StatusClaim {
  status_list: { idx: number; uri: string };
}

/** The transparency log that holds the licence, and how soon. */
export interface LogClaim {
  /** The log's name, as its checkpoints begin. */
  origin: string;
  /** Seconds after issue within which a proof of inclusion must exist (RFC 9162, MMD). */
  mmd: number;
}

/** What a licence says, member by member. Times are NumericDates: whole seconds (RFC 7519 section 2). */
export type LicenceClaims = CoverageClaims & {
  iss: string;
  sub: string;
  aud: readonly string[];
  jti: string;
  iat: number;
  nbf: number;
  exp: number;
  use: UseDocument;
  credit: CreditClaim;
  terms: TermsClaim;
  odrl: OdrlAgreement;
  status: StatusClaim;
  log: LogClaim;
  correction: 'follow' | 'fixed';
  prev?: string;
  series: string;
};

/** What is licensed, with its notice. */
export type Coverage =
  | { article: ArticleClaim; feed?: never; footer: { text: string; integrity: string } }
  | { article?: never; feed: FeedCoverage; footer: { template: string; integrity: string } };

/** A feed, and the IRI of all articles of its publication. */
export interface FeedCoverage extends Feed {
  href: string;
}

/** What a licence is made of. */
export type LicenceFacts = Coverage & {
  /** The service's origin, exactly as verifiers will compare it. */
  issuer: string;
  /** The outlet's id. */
  outlet: string;
  /** Origins where the reprint may appear; at least one. */
  origins: readonly string[];
  /** The licence's id, a UUIDv7. */
  id: string;
  /** The id of the first licence of the chain; its own for a first one. */
  series: string;
  /** The id of the licence that this one replaces. */
  prev: string | null;
  issuedAt: Instant;
  use: GrantedUse;
  credit: CreditClaim;
  terms: TermsClaim;
  /** IRI of the publication. */
  assigner: string;
  /** What `terms` names. */
  offered: Terms;
  status: StatusClaim;
  log: LogClaim;
};

/**
 * Writes the claims of a licence.
 *
 * @throws Error when the use holds no whole second or no origin is named: a decision never
 *   grants the one, and no outlet is kept without the other
 */
export function licenceClaims(facts: LicenceFacts): LicenceClaims {
  const valid = times(facts);
  const use = { ...facts.use, from: valid.nbf * 1000, until: valid.exp * 1000 };
  return {
    ...parties(facts),
    ...valid,
    ...covered(facts),
    use: writeUse(use),
    credit: facts.credit,
    terms: facts.terms,
    odrl: agreement(facts, use),
    status: facts.status,
    log: facts.log,
    correction: facts.offered.onCorrection,
    ...chain(facts),
  };
}

function covered({ article, feed, footer }: LicenceFacts): CoverageClaims {
  const kept = { required: true, position: 'after-body' } as const;
  if (article) return { article, footer: { ...footer, ...kept } };
  const { publication, filter } = feed;
  return { feed: { publication, filter }, footer: { ...footer, ...kept } };
}

function agreement(facts: LicenceFacts, use: GrantedUse): OdrlAgreement {
  return odrlAgreement({
    licence: urn(facts.id),
    assigner: facts.assigner,
    assignee: urn(facts.outlet),
    target: facts.article ? urn(facts.article.id) : feedTarget(facts.feed.href, facts.feed.filter),
    version: facts.article?.version ?? null,
    origins: facts.origins,
    use,
    terms: facts.offered,
  });
}

function parties({ issuer, outlet, origins, id }: LicenceFacts) {
  if (origins.length === 0) throw new Error(`Licence ${id} names no origin.`);
  return { iss: issuer, sub: outlet, aud: origins, jti: urn(id) };
}

/**
 * Rounded into the granted interval, so that the token never permits more than was granted. A use
 * that has begun is valid from the second it was issued in: it need not wait for the next one.
 */
function times({ id, issuedAt, use }: LicenceFacts) {
  if (isEmptyInterval(use.from, use.until)) throw new Error(`Licence ${id} would never be valid.`);
  const hasBegun = use.from <= issuedAt;
  return {
    iat: Math.floor(issuedAt / 1000),
    nbf: hasBegun ? Math.floor(use.from / 1000) : Math.ceil(use.from / 1000),
    exp: Math.floor(use.until / 1000),
  };
}

function chain({ series, prev }: LicenceFacts) {
  return { ...(prev === null ? {} : { prev: urn(prev) }), series: urn(series) };
}

/** The name of what has a UUID (RFC 9562 section 4). */
function urn(id: string): string {
  return `urn:uuid:${id}`;
}
