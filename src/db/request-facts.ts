import { sql } from 'kysely';
import { BUILT_IN_TERMS } from '../domain/terms.ts';
import type { UseDocument } from '../domain/use.ts';
import type { Db } from './database.ts';
import { joined } from './joined.ts';
import type { ArticleRights, ArticleState } from './schema.ts';
import type { TermsVersion } from './terms.ts';

/** An outlet that holds more of one article is answered with a new licence rather than a late one. */
const MOST_HELD = 20;

/** All that deciding and signing one request takes, read in one round trip. */
export interface FactsRow {
  /** From which the place of a licence on a status list follows; drawn for this one alone. */
  position: number;
  article: string;
  version: number;
  state: ArticleState;
  embargoUntil: number | null;
  rights: ArticleRights;
  headline: string;
  language: string;
  subjects: string[];
  wordCount: number;
  publishedAt: number;
  canonicalUrl: string;
  integrity: string;
  publication: string;
  publicationName: string;
  publicationSlug: string;
  copyrightHolder: string;
  copyrightSince: number;
  timeZone: string;
  footerTemplate: string | Record<string, string> | null;
  outlet: string;
  outletName: string;
  origins: string[];
  country: string;
  class: string | null;
  tags: string[];
  outletSuspended: boolean;
  /** What the outlet holds of this article already; the longest-lasting ones. */
  held: HeldRow[];
  /** Whether another outlet has the article to itself somewhere. */
  contested: boolean;
  policyVersion: number | null;
  policy: unknown;
  /** The newest versions of the terms that the policy names, and of the built-in ones. */
  terms: TermsVersion[];
}

/** A licence that the outlet holds of the article it asks for. */
export interface HeldRow {
  id: string;
  use: UseDocument;
  version: number;
  correction: 'follow' | 'fixed';
}

/** An article and an outlet that asks for it. */
export interface FactsKey {
  article: string;
  outlet: string;
}

/** The facts of one pair; undefined when the outlet or the article does not exist. */
export const findFacts = joined(findAllFacts);

/** What can be judged, without a place for the licence that may come of it. */
export type JudgedRow = Omit<FactsRow, 'position'>;

/** The facts of several pairs for somebody who only looks: nothing is drawn. */
export function lookAtFacts(db: Db, keys: readonly FactsKey[]): Promise<(JudgedRow | undefined)[]> {
  return findAllFacts(db, keys, false);
}

/** The facts of several pairs in one round trip, in their order. */
export async function findAllFacts(
  db: Db,
  keys: readonly FactsKey[],
  draws = true,
): Promise<(FactsRow | undefined)[]> {
  const pairs = JSON.stringify(keys.map(({ article, outlet }) => ({ article, outlet })));
  const { rows } = await sql<FactsRow & { nth: number }>`
    /* request.facts */
    select k.nth, case when ${draws} then nextval('status_position') end as position,
      a.id as article, a.version, a.state, a.embargo_until as "embargoUntil", a.rights,
      v.headline, v.language, v.subjects, v.word_count as "wordCount",
      v.published_at as "publishedAt", v.canonical_url as "canonicalUrl", v.integrity,
      p.id as publication, p.name as "publicationName", p.slug as "publicationSlug",
      p.copyright_holder as "copyrightHolder", p.copyright_since as "copyrightSince",
      p.time_zone as "timeZone", p.footer_template as "footerTemplate",
      o.id as outlet, o.name as "outletName", o.origins, o.country, o.class, o.tags,
      o.suspended_at is not null as "outletSuspended",
      coalesce((select jsonb_agg(own) from (
        select l.id, l.use, l.article_version as version, l.correction
        from licence l
        where l.article = a.id and l.outlet = o.id and l.state = 'active' and l.until_at > now()
        order by l.until_at desc limit ${sql.lit(MOST_HELD)}
      ) own), '[]') as held,
      exists (
        select from exclusive_slot s join licence l on l.id = s.licence
        where s.article = a.id and s.outlet <> o.id and l.state in ('active', 'suspended')
      ) as contested,
      policy.version as "policyVersion", policy.document as policy,
      (select jsonb_agg(named) from (
        select distinct on (t.slug) t.slug, t.version, t.document, t.integrity
        from terms t
        where t.slug = ${BUILT_IN_TERMS} or t.slug = policy.document->>'defaultTerms'
          or t.slug in (select rule->>'terms'
            from jsonb_array_elements(policy.document->'rules') as rule)
        order by t.slug, t.version desc
      ) named) as terms
    from rows from (jsonb_to_recordset(${pairs}::jsonb) as (article uuid, outlet uuid))
      with ordinality as k (article, outlet, nth)
    join article a on a.id = k.article
    join outlet o on o.id = k.outlet
    join article_version v on v.article = a.id and v.version = a.version
    join publication p on p.id = a.publication
    left join lateral (
      select version, document from policy
      where publication = p.id order by version desc limit 1
    ) policy on true
  `.execute(db);
  const found = new Map(rows.map(({ nth, ...row }) => [nth, row]));
  return keys.map((_, i) => found.get(i + 1));
}
