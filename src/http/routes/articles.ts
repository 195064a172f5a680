import { z } from 'zod';
import { correctArticle } from '../../services/articles/correct-article.ts';
import { killArticle } from '../../services/articles/kill-article.ts';
import { putInArticle } from '../../services/articles/put-in-article.ts';
import { listArticles, readArticle } from '../../services/articles/read-articles.ts';
import { EDITORS, EVERYONE } from '../access.ts';
import { answerPage, pageFields, pageOf, windowOf } from '../paging.ts';
import { articleReply } from '../replies/article.ts';
import { defineRoute, type Route } from '../route.ts';
import {
  ArticleReply,
  NewArticle,
  NextVersion,
  PutInReply,
  TakeBackBody,
} from '../schemas/article.ts';
import { byId } from '../schemas/id.ts';
import { IfMatch } from '../schemas/if-match.ts';
import { Slug } from '../schemas/slug.ts';
import { correctionExample, newArticleExample } from './article-examples.ts';

const ARTICLE_LIMIT_BYTES = 1024 * 1024;
const ByArticle = byId('article-not-found');
const etag = (version: number) => ({ ETag: `"${version}"` });

const putInArticleRoute = defineRoute({
  method: 'post',
  path: '/v1/articles',
  tag: 'Articles',
  summary: 'Put an article in',
  access: EDITORS,
  body: NewArticle,
  bodyLimitBytes: ARTICLE_LIMIT_BYTES,
  statuses: [201, 200],
  reply: PutInReply,
  problems: ['publication-not-found', 'external-id-exists'],
  examples: { story: newArticleExample },

  async handle({ ctx, body }) {
    const { publication, externalId, replaces, ...content } = body;
    const { created, ...article } = await putInArticle(ctx, {
      publication,
      externalId,
      replaces,
      content,
    });
    return { status: created ? 201 : 200, body: article, headers: etag(article.version) };
  },
});

const correctArticleRoute = defineRoute({
  method: 'put',
  path: '/v1/articles/{id}',
  tag: 'Articles',
  summary: 'Put the whole article in again, as its next version',
  access: EDITORS,
  params: ByArticle,
  headers: z.object({ 'if-match': IfMatch }),
  body: NextVersion,
  bodyLimitBytes: ARTICLE_LIMIT_BYTES,
  reply: PutInReply,
  problems: ['article-not-found', 'article-killed', 'precondition-required', 'precondition-failed'],
  examples: { correction: correctionExample },

  async handle({ ctx, params, headers, body }) {
    const { publication, externalId, correctionNote, mandatory, ...content } = body;
    const { created: _, ...article } = await correctArticle(ctx, {
      id: params.id,
      expected: headers['if-match'],
      publication,
      externalId,
      correctionNote,
      mandatory,
      content: { ...content, publishedAt: content.publishedAt },
    });
    return { body: article, headers: etag(article.version) };
  },
});

const killArticleRoute = defineRoute({
  method: 'post',
  path: '/v1/articles/{id}/kill',
  tag: 'Articles',
  summary: 'Take a story back everywhere, for good',
  access: EDITORS,
  params: ByArticle,
  body: TakeBackBody,
  statuses: [200],
  reply: ArticleReply,
  problems: ['article-not-found'],
  examples: { kill: { reason: 'The photograph on which the story rests is not genuine.' } },

  async handle({ ctx, params, body }) {
    const story = await killArticle(ctx, { id: params.id, ...body });
    return { body: articleReply(story, false), headers: etag(story.version) };
  },
});

const readArticleRoute = defineRoute({
  method: 'get',
  path: '/v1/articles/{id}',
  tag: 'Articles',
  summary: 'An article in its newest version; for an outlet, without its body',
  access: EVERYONE,
  params: ByArticle,
  reply: ArticleReply,
  problems: ['article-not-found'],

  async handle({ ctx, params }) {
    const story = await readArticle(ctx, params.id);
    return {
      body: articleReply(story, ctx.caller.outlet !== null),
      headers: etag(story.version),
    };
  },
});

const ListQuery = z.strictObject({
  ...pageFields,
  publication: Slug.optional(),
  state: z.enum(['live', 'withheld', 'killed']).optional(),
});

const listArticlesRoute = defineRoute({
  method: 'get',
  path: '/v1/articles',
  tag: 'Articles',
  summary: 'Articles, the latest first; for an outlet, those that it may ask for',
  access: EVERYONE,
  query: ListQuery,
  reply: pageOf(ArticleReply).meta({ id: 'Articles' }),
  problems: [],

  async handle({ ctx, query }) {
    const { publication, state } = query;
    const rows = await listArticles(ctx, { publication, state, ...windowOf(query) });
    const forOutlet = ctx.caller.outlet !== null;
    return answerPage(rows, query, (story) => articleReply(story, forOutlet));
  },
});

export const articleRoutes: readonly Route[] = [
  putInArticleRoute,
  correctArticleRoute,
  killArticleRoute,
  readArticleRoute,
  listArticlesRoute,
];
