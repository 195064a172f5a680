import type { Context } from '../../context.ts';
import type { FactsRow } from '../../db/request-facts.ts';
import type { TermsVersion } from '../../db/terms.ts';
import { type LicenceClaims, licenceClaims } from '../../domain/claims.ts';
import { copyrightYear, copyrightYears, pickTemplate, renderFooter } from '../../domain/footer.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Terms } from '../../domain/terms.ts';
import type { GrantedUse } from '../../domain/use.ts';
import type { Place } from '../../security/status-list/places.ts';
import { integrityOf } from '../save-terms.ts';
import { articleUri, logOrigin, publicationUri, termsUri, verifyUrl } from './uris.ts';

/** The log is at most half a second behind; a restart or a restore takes longer. */
const PROOF_WITHIN_SECONDS = 3_600;

/** What a licence is made of. */
export interface LicenceDraft {
  facts: FactsRow;
  use: GrantedUse;
  terms: TermsVersion;
  request: string;
  /** The licence that this one follows. */
  prev: { id: string; series: string } | null;
  /** When a person gave it the time that it has; absent: it has what was asked for. */
  renewedAt?: Instant | undefined;
}

/** What a footer says, beside the number of its licence. */
type FooterSource = Pick<
  FactsRow,
  | 'headline'
  | 'canonicalUrl'
  | 'publishedAt'
  | 'publicationName'
  | 'copyrightHolder'
  | 'copyrightSince'
  | 'timeZone'
>;

/** The footer that this licence puts under the text. */
export function footerFor(ctx: Context, facts: FactsRow, licence: string): string {
  const { template } = pickTemplate(facts.footerTemplate, facts.language);
  return footerFrom(ctx, template, facts, licence);
}

/** The footer that a template makes for a licence. */
export function footerFrom(
  ctx: Context,
  template: string,
  facts: FooterSource,
  licence: string,
): string {
  return renderFooter(template, {
    years: copyrightYears(facts.copyrightSince, facts.publishedAt, facts.timeZone),
    publication: facts.publicationName,
    holder: facts.copyrightHolder,
    headline: facts.headline,
    canonicalUrl: facts.canonicalUrl,
    licenceId: licence,
    verifyUrl: verifyUrl(ctx.config.publicUrl, licence),
  });
}

/** Where this licence will stand on a status list. */
export function placeFor(ctx: Context, { facts, use }: LicenceDraft): Place {
  const { publicUrl: origin } = ctx.config;
  return ctx.findPlace({ origin, position: facts.position, until: use.until });
}

/** What the token says, from the rows that the decision rests on. */
export function claimsFor(
  ctx: Context,
  { facts, use, terms, prev }: LicenceDraft,
  made: {
    id: string;
    series: string;
    footer: string;
    offered: Terms;
    place: Place;
    integrity: string;
  },
): LicenceClaims {
  const { publicUrl } = ctx.config;
  return licenceClaims({
    issuer: publicUrl,
    outlet: facts.outlet,
    origins: facts.origins,
    id: made.id,
    series: made.series,
    prev: prev?.id ?? null,
    issuedAt: ctx.now(),
    use,
    article: {
      id: facts.article,
      version: facts.version,
      href: articleUri(publicUrl, facts.article),
      headline: facts.headline,
      lang: facts.language,
      integrity: made.integrity,
    },
    footer: { text: made.footer, integrity: integrityOf(made.footer) },
    credit: {
      creditText: facts.publicationName,
      copyrightHolder: facts.copyrightHolder,
      copyrightYear: copyrightYear(facts.publishedAt, facts.timeZone),
      canonical: facts.canonicalUrl,
    },
    terms: {
      uri: termsUri(publicUrl, terms.slug, terms.version),
      version: terms.version,
      integrity: terms.integrity,
    },
    assigner: publicationUri(publicUrl, facts.publicationSlug),
    offered: made.offered,
    status: { status_list: made.place },
    log: { origin: logOrigin(publicUrl), mmd: PROOF_WITHIN_SECONDS },
  });
}
