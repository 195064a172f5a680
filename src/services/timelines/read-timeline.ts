import type { Context } from '../../context.ts';
import * as articles from '../../db/articles.ts';
import {
  listTimeline,
  type TimelinePage,
  type TimelineRow,
  type Topic,
} from '../../db/record/timeline.ts';
import { eventSentence, type Facts } from '../../domain/event-sentences/index.ts';
import type { Instant } from '../../domain/instant.ts';
import { articleNotFound } from '../articles/failures.ts';
import { readLicence } from '../licences/read-licences.ts';
import { ownOutlet } from '../outlets.ts';
import { permitPublication, permitWholeHouse } from '../permit.ts';

/** One thing that happened, in words. */
export interface Happened {
  id: string;
  at: Instant;
  type: string;
  sentence: string;
  actor: { kind: string; id: string };
  /** The line of the record that says it; null for a delivery. */
  event: string | null;
}

/**
 * What happened to a licence and to those that it replaced or was replaced by, the oldest first.
 *
 * @throws DomainError `licence-not-found`, also for another outlet's, `not-permitted`
 */
export async function readLicenceTimeline(ctx: Context, id: string, page: TimelinePage) {
  await readLicence(ctx, id);
  return read(ctx, { licence: id }, page);
}

/** As {@link readLicenceTimeline}, of an article. @throws DomainError `article-not-found`, `not-permitted` */
export async function readArticleTimeline(ctx: Context, id: string, page: TimelinePage) {
  const story = await articles.findStory(ctx.db, id);
  if (!story) throw articleNotFound(id);
  permitPublication(ctx.caller, story.slug);
  return read(ctx, { article: id }, page);
}

/** As {@link readLicenceTimeline}, of an outlet. @throws DomainError `outlet-not-found`, `not-permitted` */
export async function readOutletTimeline(ctx: Context, id: string, page: TimelinePage) {
  permitWholeHouse(ctx.caller);
  await ownOutlet(ctx, id);
  return read(ctx, { outlet: id }, page);
}

async function read(ctx: Context, topic: Topic, page: TimelinePage): Promise<Happened[]> {
  return (await listTimeline(ctx.db, topic, page)).map(happened);
}

function happened(row: TimelineRow): Happened {
  const { id, at, type, event } = row;
  const sentence = eventSentence({
    type,
    subject: { kind: row.subjectKind, id: row.subjectId },
    before: factsOf(row.before),
    after: factsOf(row.after),
    names: { outlet: row.outletName, article: row.headline },
  });
  return { id, at, type, sentence, actor: { kind: row.actorKind, id: row.actorId }, event };
}

function factsOf(text: string | null): Facts {
  const value: unknown = text === null ? {} : JSON.parse(text);
  return typeof value === 'object' && value !== null ? (value as Facts) : {};
}
