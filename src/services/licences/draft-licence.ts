import type { Context } from '../../context.ts';
import type { Db } from '../../db/database.ts';
import type { LicenceRow } from '../../db/decisions.ts';
import { formatInstant } from '../../domain/instant.ts';
import { readTerms } from '../../domain/terms-document.ts';
import { claimsFor, footerFor, type LicenceDraft, placeFor } from './licence-claims.ts';
import { licensedIntegrity } from './licensed-integrity.ts';
import { signChecked } from './sign-checked.ts';

/**
 * Makes a signed licence, ready to be written.
 *
 * @param db the transaction, inside of one: where only a portion is licensed, its words are read
 */
export async function draftLicence(db: Db, ctx: Context, draft: LicenceDraft): Promise<LicenceRow> {
  const id = ctx.newId();
  const series = draft.prev?.series ?? id;
  const footer = footerFor(ctx, draft.facts, id);
  const { facts, terms } = draft;
  const offered = readTerms(JSON.parse(terms.document));
  const place = placeFor(ctx, draft);
  const integrity = await licensedIntegrity(db, facts, offered.portion);
  const claims = claimsFor(ctx, draft, { id, series, footer, offered, place, integrity });
  return {
    id,
    series,
    prev: draft.prev?.id ?? null,
    request: draft.request,
    outlet: facts.outlet,
    publication: facts.publication,
    article: facts.article,
    article_version: facts.version,
    feed: null,
    feed_since: null,
    state: 'active',
    use: claims.use,
    terms_slug: terms.slug,
    terms_version: terms.version,
    status_list: place.uri,
    status_index: place.idx,
    kid: ctx.keys.active.kid,
    after_expiry: offered.afterExpiry,
    correction: offered.onCorrection,
    report_within: offered.report && offered.report.withinHours * 60,
    removal_within: offered.removal?.withinMinutes ?? null,
    correction_within: offered.correction?.withinMinutes ?? null,
    advance: offered.advance,
    from_at: formatInstant(claims.nbf * 1000),
    until_at: formatInstant(claims.exp * 1000),
    embargo_until: facts.embargoUntil === null ? null : formatInstant(facts.embargoUntil),
    renewed_at: draft.renewedAt === undefined ? null : formatInstant(draft.renewedAt),
    footer,
    token: await signChecked(ctx, claims),
    created_at: formatInstant(ctx.now()),
  };
}
