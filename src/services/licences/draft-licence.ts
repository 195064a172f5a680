import type { Context } from '../../context.ts';
import type { Db } from '../../db/database.ts';
import type { LicenceRow } from '../../db/decisions.ts';
import { formatInstant, type Instant } from '../../domain/instant.ts';
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
  const at = ctx.now();
  const series = draft.prev?.series ?? id;
  const footer = footerFor(ctx, draft.facts, id);
  const { facts, terms } = draft;
  const offered = readTerms(JSON.parse(terms.document));
  const place = placeFor(ctx, draft);
  const integrity = facts.feed ? null : await licensedIntegrity(db, facts, offered.portion);
  const claims = claimsFor(ctx, draft, { id, series, footer, offered, place, integrity });
  return {
    id,
    series,
    prev: draft.prev?.id ?? null,
    request: draft.request,
    outlet: facts.outlet,
    publication: facts.publication,
    ...subjectOf(draft, at),
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
    renewed_at: draft.renewedAt === undefined ? null : formatInstant(draft.renewedAt),
    footer,
    token: await signChecked(ctx, claims),
    created_at: formatInstant(at),
  };
}

function subjectOf(
  { facts, prev }: LicenceDraft,
  at: Instant,
): Pick<LicenceRow, 'article' | 'article_version' | 'feed' | 'feed_since' | 'embargo_until'> {
  if (facts.feed) {
    const since = prev?.feed_since ?? at;
    const { publication, filter } = facts.feed;
    return {
      ...{ article: null, article_version: null, embargo_until: null },
      feed: { publication, filter },
      feed_since: formatInstant(since),
    };
  }
  const { article, version, embargoUntil } = facts;
  const embargo_until = embargoUntil === null ? null : formatInstant(embargoUntil);
  return { article, article_version: version, feed: null, feed_since: null, embargo_until };
}
