import { moveEmbargo } from '../../services/articles/move-embargo.ts';
import { EDITORS } from '../access.ts';
import { articleReply } from '../replies/article.ts';
import { defineRoute, type Route } from '../route.ts';
import { ArticleReply, EmbargoBody } from '../schemas/article.ts';
import { byId } from '../schemas/id.ts';

const moveEmbargoRoute = defineRoute({
  method: 'post',
  path: '/v1/articles/{id}/embargo',
  tag: 'Articles',
  summary: "Move a story's embargo, or lift it",
  access: EDITORS,
  params: byId('article-not-found'),
  body: EmbargoBody,
  statuses: [200],
  reply: ArticleReply,
  problems: ['article-not-found', 'article-killed'],
  examples: { moved: { until: '2031-05-04T06:00:00Z' }, lifted: { until: null } },

  async handle({ ctx, params, body }) {
    const story = await moveEmbargo(ctx, { id: params.id, until: body.until });
    return { body: articleReply(story, false), headers: { ETag: `"${story.version}"` } };
  },
});

export const articleEmbargoRoutes: readonly Route[] = [moveEmbargoRoute];
