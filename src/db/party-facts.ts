import { sql } from 'kysely';
import type { Feed } from '../domain/feed.ts';
import { BUILT_IN_TERMS } from '../domain/terms.ts';
import type { UseDocument } from '../domain/use.ts';
import type { TermsVersion } from './terms.ts';

/** What deciding and signing takes of the publication and the outlet, whatever is asked for. */
export interface PartyFacts {
  /** From which the place of a licence on a status list follows; drawn for this one alone. */
  position: number;
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
  /** What the outlet holds of the same already; the longest-lasting ones. */
  held: HeldRow[];
  /** Whether another outlet has it to itself somewhere. */
  contested: boolean;
  policyVersion: number | null;
  policy: unknown;
  /** The newest versions of the terms that the policy names, and of the built-in ones. */
  terms: TermsVersion[];
}

/** A licence that the outlet holds of what it asks for. */
export interface HeldRow {
  id: string;
  use: UseDocument;
  /** Of its article; null where it is a standing one. */
  version: number | null;
  feed: Feed | null;
  correction: 'follow' | 'fixed';
}

/** An outlet that holds more than these is answered with a new licence rather than a late one. */
export const MOST_HELD = sql.lit(20);

/** The columns of {@link PartyFacts} about publication `p`, outlet `o` and `policy`. */
export const partyColumns = sql`
  p.id as publication, p.name as "publicationName", p.slug as "publicationSlug",
  p.copyright_holder as "copyrightHolder", p.copyright_since as "copyrightSince",
  p.time_zone as "timeZone", p.footer_template as "footerTemplate",
  o.id as outlet, o.name as "outletName", o.origins, o.country, o.class, o.tags,
  o.suspended_at is not null as "outletSuspended",
  policy.version as "policyVersion", policy.document as policy,
  (select jsonb_agg(named) from (
    select distinct on (t.slug) t.slug, t.version, t.document, t.integrity
    from terms t
    where t.slug = ${BUILT_IN_TERMS} or t.slug = policy.document->>'defaultTerms'
      or t.slug in (select rule->>'terms'
        from jsonb_array_elements(policy.document->'rules') as rule)
    order by t.slug, t.version desc
  ) named) as terms`;

/** Joins the newest policy of publication `p`, where it has one. */
export const joinPolicy = sql`
  left join lateral (
    select version, document from policy
    where publication = p.id order by version desc limit 1
  ) policy on true`;
