import { releaseArticle, withholdArticle } from '../../services/articles/withhold-article.ts';
import { EDITORS } from '../access.ts';
import { articleReply } from '../replies/article.ts';
import { defineRoute, type Route } from '../route.ts';
import { ArticleReply, ReleaseBody, TakeBackBody } from '../schemas/article.ts';
import { byId } from '../schemas/id.ts';

const ByArticle = byId('article-not-found');
const etag = (version: number) => ({ ETag: `"${version}"` });

const withholdRoute = defineRoute({
  method: 'post',
  path: '/v1/articles/{id}/withhold',
  tag: 'Articles',
  summary: 'Take a story back everywhere until it is released',
  access: EDITORS,
  params: ByArticle,
  body: TakeBackBody,
  statuses: [200],
  reply: ArticleReply,
  problems: ['article-not-found', 'article-killed'],
  examples: { withhold: { reason: 'The harbour master disputes the figures; we are checking.' } },

  async handle({ ctx, params, body }) {
    const story = await withholdArticle(ctx, { id: params.id, ...body });
    return { body: articleReply(story, false), headers: etag(story.version) };
  },
});

const releaseRoute = defineRoute({
  method: 'post',
  path: '/v1/articles/{id}/release',
  tag: 'Articles',
  summary: 'Let a withheld story out again, in its newest version',
  access: EDITORS,
  params: ByArticle,
  body: ReleaseBody,
  statuses: [200],
  reply: ArticleReply,
  problems: ['article-not-found', 'article-killed'],
  examples: { release: { note: 'The figures stand.' } },

  async handle({ ctx, params, body }) {
    const story = await releaseArticle(ctx, { id: params.id, ...body });
    return { body: articleReply(story, false), headers: etag(story.version) };
  },
});

export const articleWithholdingRoutes: readonly Route[] = [withholdRoute, releaseRoute];
