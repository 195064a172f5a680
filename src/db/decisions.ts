import { sql } from 'kysely';
import type { AskedFeed, Feed } from '../domain/feed.ts';
import type { Db } from './database.ts';
import type { EventRow } from './events.ts';
import { joined } from './joined.ts';
import type { OutboxKind, Word } from './outbox.ts';
import type { LicenceState } from './schema.ts';

/** A decided or waiting request as its row; instants in RFC 3339. */
export interface RequestRow {
  id: string;
  outlet: string;
  publication: string;
  /** Null where a feed is asked for. */
  article: string | null;
  feed: AskedFeed | null;
  use: unknown;
  state: 'granted' | 'refused' | 'pending';
  reasons: unknown;
  policy_version: number | null;
  trace: unknown;
  licence: string | null;
  note: string | null;
  created_at: string;
  decided_at: string | null;
}

/** A licence as its row; instants in RFC 3339. */
export interface LicenceRow {
  id: string;
  series: string;
  prev: string | null;
  request: string;
  outlet: string;
  publication: string;
  article: string | null;
  article_version: number | null;
  feed: Feed | null;
  feed_since: string | null;
  state: LicenceState;
  use: unknown;
  terms_slug: string;
  terms_version: number;
  status_list: string;
  status_index: number;
  kid: string;
  after_expiry: string;
  correction: 'follow' | 'fixed';
  report_within: number | null;
  removal_within: number | null;
  correction_within: number | null;
  advance: boolean;
  from_at: string;
  until_at: string;
  embargo_until: string | null;
  renewed_at: string | null;
  footer: string;
  token: string;
  created_at: string;
}

/** What a decision writes: all of it, or nothing. */
export interface Decided {
  requests: RequestRow[];
  licences: LicenceRow[];
  events: EventRow[];
  outbox: ({ kind: OutboxKind; request_id: string } & Word)[];
}

/** Writes one decision, in the same statement as others that come while the last is under way. */
export const writeOneDecided = joined(async (db: Db, all: readonly Decided[]) => {
  await writeDecided(db, {
    requests: all.flatMap((one) => one.requests),
    licences: all.flatMap((one) => one.licences),
    events: all.flatMap((one) => one.events),
    outbox: all.flatMap((one) => one.outbox),
  });
  return all;
});

/**
 * Writes decisions with their licences, events and outbox rows.
 *
 * One statement, so that it is one transaction in one round trip: this is the path whose rate
 * counts, and each further statement would cost it a third.
 */
export async function writeDecided(db: Db, decided: Decided): Promise<void> {
  await sql`
    /* decision.write */
    with given as (select ${JSON.stringify(decided)}::jsonb as doc),
    requests as (
      insert into request (id, outlet, publication, article, feed, use, state, reasons, policy_version,
        trace, licence, note, created_at, decided_at)
      select r.* from given, jsonb_to_recordset(given.doc->'requests') as r (
        id uuid, outlet uuid, publication uuid, article uuid, feed jsonb, use jsonb, state text, reasons jsonb,
        policy_version integer, trace jsonb, licence uuid, note text, created_at timestamptz,
        decided_at timestamptz)
    ),
    licences as (
      insert into licence (id, series, prev, request, outlet, publication, article,
        article_version, feed, feed_since, state, use, terms_slug, terms_version, status_list,
        status_index, kid, after_expiry, correction, report_within, removal_within,
        correction_within, advance, from_at, until_at, embargo_until, renewed_at, footer,
        token, created_at)
      select l.* from given, jsonb_to_recordset(given.doc->'licences') as l (
        id uuid, series uuid, prev uuid, request uuid, outlet uuid, publication uuid, article uuid,
        article_version integer, feed jsonb, feed_since timestamptz, state text, use jsonb, terms_slug text, terms_version integer,
        status_list text, status_index integer, kid text,
        after_expiry text, correction text, report_within integer, removal_within integer,
        correction_within integer, advance boolean, from_at timestamptz,
        until_at timestamptz, embargo_until timestamptz, renewed_at timestamptz, footer text, token text,
        created_at timestamptz)
    ),
    words as (
      insert into outbox (kind, article, publication, outlet, request_id)
      select o.* from given, jsonb_to_recordset(given.doc->'outbox') as o (
        kind text, article uuid, publication uuid, outlet uuid, request_id text)
    )
    select record_events(given.doc->'events') from given
  `.execute(db);
}
