import { type Selectable, sql } from 'kysely';
import { articlesOf } from '../articles-of.ts';
import type { Db } from '../database.ts';
import { PULL } from '../destinations.ts';
import type { Tables } from '../schema.ts';
import { mustGo } from './must-go.ts';

export type PlacementState =
  | 'waiting'
  | 'sending'
  | 'placed'
  | 'unconfirmed'
  | 'failing'
  | 'dead'
  | 'paused';
export type Placement = Selectable<Tables['placement']> & { state: PlacementState };
export type Attempt = Selectable<Tables['attempt']>;

/** Whether what is wanted now is known to be so. */
const isConfirmed = sql<boolean>`coalesce(p.confirmed_seq >= p.wanted_seq, false)`;

/** Its time has run out and it has not been done since. */
const isOverdue = sql<boolean>`(p.confirm_until is not null and p.overdue_at is not null)`;

/** What was told to people and not sent, and what must be gone, stays open until it is confirmed. */
const needsWord = sql`(p.sent and (${mustGo} or d.channel = ${sql.lit(PULL)}))`;

/** What people call the state of a placement; the columns say it in parts. */
const state = sql<PlacementState>`
  case
    when p.lease_until > now() then 'sending'
    when p.dead then 'dead'
    when p.placed_seq = p.wanted_seq then
      case when ${needsWord} and not ${isConfirmed} then 'unconfirmed' else 'placed' end
    when d.state <> 'active' and not ${mustGo} then 'paused'
    when p.wanted_op = 'upsert' and exists (
      select 1 from outlet o where o.id = p.outlet and o.suspended_at is not null) then 'paused'
    when p.last_error is not null then 'failing'
    else 'waiting'
  end`;

const placement = (db: Db) =>
  db
    .selectFrom('placement as p')
    .innerJoin('destination as d', 'd.id', 'p.destination')
    .selectAll('p')
    .select(state.as('state'));

export interface PlacementFilter {
  outlet?: string | undefined;
  article?: string | undefined;
  destination?: string | undefined;
  licence?: string | undefined;
  state?: PlacementState | undefined;
  /** Whether somebody has said, or it was seen, that what was sent is so. */
  confirmed?: boolean | undefined;
  /** Whether its outlet owes by its terms what it has not done in time. */
  overdue?: boolean | undefined;
  publications?: readonly string[] | undefined;
  after?: string | undefined;
  limit: number;
}

/** @param outlet whose row it has to be; null for staff */
export async function findPlacement(
  db: Db,
  id: string,
  outlet: string | null,
): Promise<Placement | undefined> {
  let query = placement(db).where('p.id', '=', id);
  if (outlet !== null) query = query.where('p.outlet', '=', outlet);
  return query.executeTakeFirst();
}

export async function listPlacements(db: Db, filter: PlacementFilter): Promise<Placement[]> {
  let query = placement(db).orderBy('p.id', 'desc').limit(filter.limit);
  if (filter.outlet) query = query.where('p.outlet', '=', filter.outlet);
  if (filter.article) query = query.where('p.article', '=', filter.article);
  if (filter.destination) query = query.where('p.destination', '=', filter.destination);
  if (filter.licence) query = query.where('p.licence', '=', filter.licence);
  if (filter.state) query = query.where(state, '=', filter.state);
  if (filter.confirmed !== undefined) {
    query = query.where('p.sent', '=', true).where(isConfirmed, '=', filter.confirmed);
  }
  if (filter.overdue === true) query = query.where(isOverdue);
  if (filter.overdue === false) query = query.where(sql<boolean>`not ${isOverdue}`);
  if (filter.after) query = query.where('p.id', '<', filter.after);
  if (filter.publications) {
    query = query.where('p.article', 'in', articlesOf(db, filter.publications));
  }
  return query.execute();
}

function placementsOf(db: Db, article: string) {
  return db.selectFrom('placement').select('id').where('article', '=', article);
}

export interface AttemptFilter {
  outlet?: string | undefined;
  placement?: string | undefined;
  destination?: string | undefined;
  licence?: string | undefined;
  article?: string | undefined;
  outcome?: string | undefined;
  publications?: readonly string[] | undefined;
  after?: string | undefined;
  limit: number;
}

/** Newest first. */
export async function listAttempts(db: Db, filter: AttemptFilter): Promise<Attempt[]> {
  let query = db.selectFrom('attempt').selectAll().orderBy('id', 'desc').limit(filter.limit);
  if (filter.outlet) query = query.where('outlet', '=', filter.outlet);
  if (filter.placement) query = query.where('placement', '=', filter.placement);
  if (filter.destination) query = query.where('destination', '=', filter.destination);
  if (filter.licence) query = query.where('licence', '=', filter.licence);
  if (filter.article) query = query.where('placement', 'in', placementsOf(db, filter.article));
  if (filter.outcome) query = query.where('outcome', '=', filter.outcome);
  if (filter.after) query = query.where('id', '<', filter.after);
  if (filter.publications) {
    const articles = articlesOf(db, filter.publications);
    const placements = db.selectFrom('placement').select('id').where('article', 'in', articles);
    query = query.where('placement', 'in', placements);
  }
  return query.execute();
}
