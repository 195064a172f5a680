import { z } from 'zod';
import { listFeedArticles } from '../../services/licences/list-feed-articles.ts';
import { readLicensedText } from '../../services/licences/read-licensed-text.ts';
import { OUTLETS_AND_AUDITORS } from '../access.ts';
import { answerPage, pageFields, pageOf, windowOf } from '../paging.ts';
import { articleReply } from '../replies/article.ts';
import { defineRoute, type Route, raw } from '../route.ts';
import { ArticleReply } from '../schemas/article.ts';
import { byId } from '../schemas/id.ts';
import { pathId } from '../schemas/path-id.ts';
import { FormatQuery, TEXT_PROBLEMS } from './licences.ts';

const CoveredArticle = ArticleReply.extend({
  etag: z.string().describe('Changes when there is another version to take'),
}).meta({ id: 'CoveredArticle' });

const listFeedArticlesRoute = defineRoute({
  method: 'get',
  path: '/v1/licences/{id}/articles',
  tag: 'Licences',
  summary: 'The live articles that a licence for a feed covers, newest first, without their text',
  access: OUTLETS_AND_AUDITORS,
  params: byId('licence-not-found'),
  query: z.strictObject(pageFields),
  reply: pageOf(CoveredArticle).meta({ id: 'CoveredArticles' }),
  problems: [
    ...(['licence-not-found', 'licence-for-article', 'licence-revoked'] as const),
    ...(['licence-expired', 'licence-suspended', 'licence-superseded'] as const),
    'outlet-suspended',
  ],

  async handle({ ctx, params, query }) {
    const rows = await listFeedArticles(ctx, { licence: params.id, ...windowOf(query) });
    return answerPage(rows, query, (story) => ({
      ...articleReply(story, true),
      etag: `"${story.version}"`,
    }));
  },
});

const readFeedArticleRoute = defineRoute({
  method: 'get',
  path: '/v1/licences/{id}/articles/{articleId}',
  tag: 'Licences',
  summary: "The licensed text of one of a feed's articles with its footer, in one of the formats",
  access: OUTLETS_AND_AUDITORS,
  params: z.object({
    id: pathId('licence-not-found'),
    articleId: pathId('article-not-found'),
  }),
  query: FormatQuery,
  reply: raw('text/html', 'text/plain', 'application/json', 'text/markdown'),
  problems: [...TEXT_PROBLEMS, 'licence-for-article', 'article-not-found'],

  async handle({ ctx, params, query }) {
    const { id: licence, articleId: article } = params;
    const text = await readLicensedText(ctx, { licence, article, format: query.format });
    return { body: text.text, mediaType: text.mediaType };
  },
});

export const feedArticleRoutes: readonly Route[] = [listFeedArticlesRoute, readFeedArticleRoute];
