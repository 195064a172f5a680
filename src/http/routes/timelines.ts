import { z } from 'zod';
import type { ErrorCode } from '../../domain/errors.ts';
import { formatInstant } from '../../domain/instant.ts';
import {
  type Happened,
  readArticleTimeline,
  readLicenceTimeline,
  readOutletTimeline,
} from '../../services/timelines/read-timeline.ts';
import { type Access, EVERYONE, STAFF } from '../access.ts';
import { answerPage, pageFields, pageOf, windowOf } from '../paging.ts';
import { defineRoute, type Route } from '../route.ts';
import { byId } from '../schemas/id.ts';
import { HappenedReply } from '../schemas/timeline.ts';

const TimelinePage = pageOf(HappenedReply).meta({ id: 'Timeline' });

interface Timeline {
  path: string;
  tag: string;
  summary: string;
  access: Access;
  notFound: ErrorCode;
  read: typeof readLicenceTimeline;
}

const TIMELINES: readonly Timeline[] = [
  {
    path: '/v1/licences/{id}/timeline',
    tag: 'Licences',
    summary: 'The history of a licence and of those in its chain, in sentences; oldest first',
    access: EVERYONE,
    notFound: 'licence-not-found',
    read: readLicenceTimeline,
  },
  {
    path: '/v1/articles/{id}/timeline',
    tag: 'Articles',
    summary: 'The history of an article and its licences, in sentences; oldest first',
    access: STAFF,
    notFound: 'article-not-found',
    read: readArticleTimeline,
  },
  {
    path: '/v1/outlets/{id}/timeline',
    tag: 'Outlets',
    summary: 'The history of an outlet, in sentences; oldest first',
    access: STAFF,
    notFound: 'outlet-not-found',
    read: readOutletTimeline,
  },
];

/** Histories for people. */
export const timelineRoutes: readonly Route[] = TIMELINES.map(timelineRoute);

function timelineRoute({ path, tag, summary, access, notFound, read }: Timeline): Route {
  return defineRoute({
    ...{ method: 'get', path, tag, summary, access },
    params: byId(notFound),
    query: z.strictObject(pageFields),
    reply: TimelinePage,
    problems: [notFound],

    async handle({ ctx, params, query }) {
      const rows = await read(ctx, params.id, windowOf(query));
      return answerPage(rows, query, happenedReply);
    },
  });
}

function happenedReply({ at, ...rest }: Happened): z.input<typeof HappenedReply> {
  return { ...rest, at: formatInstant(at) };
}
