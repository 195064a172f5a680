import { type RawBuilder, sql } from 'kysely';
import type { Instant } from '../../domain/instant.ts';
import type { Db } from '../database.ts';

/** One thing that happened: an event, or a try to deliver. */
export interface TimelineRow {
  id: string;
  /** Null for what is no line of the record. */
  event: string | null;
  at: Instant;
  type: string;
  actorKind: string;
  actorId: string;
  subjectKind: string;
  subjectId: string;
  /** JSON. */
  before: string | null;
  after: string | null;
  outletName: string | null;
  headline: string | null;
}

export interface TimelinePage {
  /** The id that the page before ended with. */
  after?: string | undefined;
  limit: number;
}

/** What a timeline is about. */
export type Topic = { licence: string } | { article: string } | { outlet: string };

/**
 * What happened to a licence with all that came before and after it, to an article, or to an
 * outlet; the oldest first.
 *
 * Of the tries to deliver the first of each wanted state is shown, and the one that was taken.
 */
export async function listTimeline(
  db: Db,
  topic: Topic,
  page: TimelinePage,
): Promise<TimelineRow[]> {
  const window = (id: RawBuilder<unknown>) => sql`
    (${page.after ?? null}::uuid is null or ${id} > ${page.after ?? null}::uuid)
    order by ${id} limit ${page.limit}`;
  const { rows } = await sql<TimelineRow>`
    with told as (
      select e.id, e.id as event, e.at, e.type, e.actor_kind, e.actor_id, e.subject_kind,
        e.subject_id, e.outlet, e.article
      from audit_event e where ${ofEvents(topic)} and ${window(sql`e.id`)}
    ), tried as (
      select a.id, null::uuid as event, a.ended_at as at,
        case a.outcome when 'placed' then 'delivery.confirmed' else 'delivery.tried' end as type,
        'system' as actor_kind, 'deliver' as actor_id, 'placement' as subject_kind,
        a.placement::text as subject_id, a.outlet, p.article, to_json(a) as attempt
      from attempt a join placement p on p.id = a.placement
      where ${ofAttempts(topic)} and (a.outcome = 'placed' or not exists (
        select from attempt f where f.placement = a.placement and f.seq = a.seq and f.id < a.id))
        and ${window(sql`a.id`)}
    ), happened as (
      select told.*, p.payload::json->'before' as before, p.payload::json->'after' as after
      from told left join audit_payload p on p.event = told.id
      union all
      select id, event, at, type, actor_kind, actor_id, subject_kind, subject_id, outlet, article,
        null, json_build_object('version', attempt->'version', 'operation', attempt->'operation',
          'reason', case type when 'delivery.tried' then attempt->'message' end)
      from tried
    )
    select h.id, h.event, h.at, h.type, h.actor_kind as "actorKind", h.actor_id as "actorId",
      h.subject_kind as "subjectKind", h.subject_id as "subjectId", h.before::text, h.after::text,
      o.name as "outletName", v.headline
    from happened h
      left join outlet o on o.id = h.outlet
      left join article s on s.id = h.article
      left join article_version v on v.article = s.id and v.version = s.version
    order by h.id limit ${page.limit}
  `.execute(db);
  return rows;
}

function ofEvents(topic: Topic): RawBuilder<boolean> {
  if ('article' in topic) return sql`e.article = ${topic.article}::uuid`;
  if ('outlet' in topic) return sql`e.outlet = ${topic.outlet}::uuid`;
  return sql`(e.licence in (select id from (${seriesOf(topic.licence)}) s)
    or (e.subject_kind = 'request'
      and e.subject_id in (select request::text from (${seriesOf(topic.licence)}) s)))`;
}

function ofAttempts(topic: Topic): RawBuilder<boolean> {
  if ('article' in topic) return sql`p.article = ${topic.article}::uuid`;
  if ('outlet' in topic) return sql`a.outlet = ${topic.outlet}::uuid`;
  const licence = sql`licence l where l.id = ${topic.licence}::uuid`;
  return sql`((p.article, p.outlet) in (select l.article, l.outlet from ${licence})
      or a.outlet = (select l.outlet from ${licence} and l.feed is not null))
    and a.licence in (select id from (${seriesOf(topic.licence)}) s)`;
}

/** A licence with those that it replaced and those that replaced it. */
function seriesOf(licence: string) {
  return sql`select c.id, c.request from licence l
    join licence c on c.outlet = l.outlet and c.series = l.series and (c.article = l.article
      or (c.publication = l.publication and c.feed is not null and l.feed is not null))
    where l.id = ${licence}::uuid`;
}
