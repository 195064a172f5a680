import type { Instant } from './instant.ts';
import { odrlAgreement } from './rights/agreement.ts';
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
export interface FooterClaim {
  text: string;
  /** `sha256-…` over the text's UTF-8. */
  integrity: string;
  required: true;
  position: 'after-body';
}

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
export interface LicenceClaims {
  iss: string;
  sub: string;
  aud: readonly string[];
  jti: string;
  iat: number;
  nbf: number;
  exp: number;
  article: ArticleClaim;
  footer: FooterClaim;
  use: UseDocument;
  credit: CreditClaim;
  terms: TermsClaim;
  odrl: OdrlAgreement;
  status: StatusClaim;
  log: LogClaim;
  correction: 'follow' | 'fixed';
  prev?: string;
  series: string;
}

/** What a licence is made of. */
export interface LicenceFacts {
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
  article: ArticleClaim;
  footer: Pick<FooterClaim, 'text' | 'integrity'>;
  credit: CreditClaim;
  terms: TermsClaim;
  /** IRI of the publication. */
  assigner: string;
  /** What `terms` names. */
  offered: Terms;
  status: StatusClaim;
  log: LogClaim;
}

/**
 * Writes the claims of an article licence.
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
    article: facts.article,
    footer: { ...facts.footer, required: true, position: 'after-body' },
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

function agreement(facts: LicenceFacts, use: GrantedUse): OdrlAgreement {
  return odrlAgreement({
    licence: urn(facts.id),
    assigner: facts.assigner,
    assignee: urn(facts.outlet),
    target: urn(facts.article.id),
    version: facts.article.version,
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
