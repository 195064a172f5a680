import { z } from 'zod';
import { listBoards, readBoard } from '../../services/kills/read-board.ts';
import { STAFF } from '../access.ts';
import { answerPage, pageFields, pageOf, windowOf } from '../paging.ts';
import { boardCopyReply, killedStoryReply } from '../replies/kill-board.ts';
import { defineRoute, type Route } from '../route.ts';
import { CopyState, KillBoard, KilledStory } from '../schemas/kill-board.ts';
import { pathId } from '../schemas/path-id.ts';

const readBoardRoute = defineRoute({
  method: 'get',
  path: '/v1/kills/{articleId}',
  tag: 'Articles',
  summary: 'What is known of every copy of a story that was killed or withheld',
  access: STAFF,
  params: z.object({ articleId: pathId('article-not-found') }),
  query: z.strictObject({ ...pageFields, state: CopyState.optional() }),
  reply: KillBoard,
  problems: ['article-not-found', 'article-not-taken-back'],

  async handle({ ctx, params, query }) {
    const filter = { state: query.state, ...windowOf(query) };
    const { story, copies } = await readBoard(ctx, params.articleId, filter);
    const { body, next } = answerPage(copies, query, boardCopyReply);
    return { body: { ...killedStoryReply(story), placements: body.items, next }, next };
  },
});

const listBoardsRoute = defineRoute({
  method: 'get',
  path: '/v1/kills',
  tag: 'Articles',
  summary: 'Stories that were killed or withheld, the latest first, and how many copies are gone',
  access: STAFF,
  query: z.strictObject({ ...pageFields, state: z.enum(['killed', 'withheld']).optional() }),
  reply: pageOf(KilledStory).meta({ id: 'Kills' }),
  problems: [],

  async handle({ ctx, query }) {
    const stories = await listBoards(ctx, { state: query.state, ...windowOf(query) });
    return answerPage(stories, query, killedStoryReply);
  },
});

export const killRoutes: readonly Route[] = [readBoardRoute, listBoardsRoute];
