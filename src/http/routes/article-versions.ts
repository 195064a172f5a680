import { z } from 'zod';
import { compareArticleVersions } from '../../services/articles/compare-article-versions.ts';
import { readVersions } from '../../services/articles/read-articles.ts';
import { EVERYONE, STAFF } from '../access.ts';
import { answerPage, pageOf, versionPageFields, windowOf } from '../paging.ts';
import { versionReply } from '../replies/article.ts';
import { defineRoute, type Route } from '../route.ts';
import { VersionReply } from '../schemas/article.ts';
import { ArticleDifference } from '../schemas/article-difference.ts';
import { byId } from '../schemas/id.ts';
import { VersionFilter, VersionInPath } from '../schemas/version-number.ts';

const ByArticle = byId('article-not-found');

const listVersionsRoute = defineRoute({
  method: 'get',
  path: '/v1/articles/{id}/versions',
  tag: 'Articles',
  summary: 'Versions of an article, newest first',
  access: EVERYONE,
  params: ByArticle,
  query: z.strictObject(versionPageFields),
  reply: pageOf(VersionReply).meta({ id: 'ArticleVersions' }),
  problems: ['article-not-found'],

  async handle({ ctx, params, query }) {
    const { after, limit } = windowOf(query);
    const window = { after: after === undefined ? undefined : Number(after), limit };
    const versions = await readVersions(ctx, params.id, window);
    const forOutlet = ctx.caller.outlet !== null;
    return answerPage(versions, query, (version) => versionReply(version, forOutlet));
  },
});

const readDifferenceRoute = defineRoute({
  method: 'get',
  path: '/v1/articles/{id}/versions/{n}/diff',
  tag: 'Articles',
  summary: 'What a version changed, words marked in and out',
  access: STAFF,
  params: ByArticle.extend({ n: VersionInPath }),
  query: z.strictObject({
    from: VersionFilter.optional().describe('An earlier version; absent: the one before'),
  }),
  reply: ArticleDifference,
  problems: ['article-not-found', 'version-not-found'],

  async handle({ ctx, params, query }) {
    const wanted = { id: params.id, from: query.from, to: params.n };
    return { body: await compareArticleVersions(ctx, wanted) };
  },
});

export const articleVersionRoutes: readonly Route[] = [listVersionsRoute, readDifferenceRoute];
