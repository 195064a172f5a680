import { z } from 'zod';
import { formatInstant } from '../../domain/instant.ts';
import { previewFooter } from '../../services/publications/preview-footer.ts';
import { listFooterVersions } from '../../services/publications/read-publications.ts';
import { EDITORS, STAFF } from '../access.ts';
import { answerPage, pageOf, versionPageFields, windowOf } from '../paging.ts';
import { defineRoute, type Route } from '../route.ts';
import {
  FooterPreviewBody,
  FooterPreviewReply,
  FooterVersionReply,
} from '../schemas/publication-footer.ts';
import { Slug } from '../schemas/slug.ts';

const BySlug = z.object({ slug: Slug });
type Wording = Awaited<ReturnType<typeof listFooterVersions>>[number];

function footerVersion(row: Wording): z.input<typeof FooterVersionReply> {
  return {
    version: row.version,
    footerTemplate: row.footer_template,
    latestHeading: row.latest_heading,
    name: row.name,
    copyrightHolder: row.copyright_holder,
    createdAt: formatInstant(row.created_at),
  };
}

const listFooterVersionsRoute = defineRoute({
  method: 'get',
  path: '/v1/publications/{slug}/footer/versions',
  tag: 'Publications',
  summary: 'Every footer that the publication ever had, newest first',
  access: STAFF,
  params: BySlug,
  query: z.strictObject(versionPageFields),
  reply: pageOf(FooterVersionReply).meta({ id: 'FooterVersions' }),
  problems: ['publication-not-found'],

  async handle({ ctx, params, query }) {
    const { after, limit } = windowOf(query);
    const window = { after: after === undefined ? undefined : Number(after), limit };
    return answerPage(await listFooterVersions(ctx, params.slug, window), query, footerVersion);
  },
});

const previewFooterRoute = defineRoute({
  method: 'post',
  path: '/v1/publications/{slug}/footer/preview',
  tag: 'Publications',
  summary: 'Show an article with its footer as an outlet would get it; nothing is kept',
  access: EDITORS,
  params: BySlug,
  body: FooterPreviewBody,
  statuses: [200],
  reply: FooterPreviewReply,
  problems: ['publication-not-found', 'article-not-found', 'outlet-not-found'],
  examples: {
    wording: {
      articleId: '0198c5a4-6f4e-7c1b-9a52-3d0f8e7b6a12',
      format: 'text',
      footerTemplate: '© {years} {holder}. From {publication}, {canonicalUrl}. {verifyUrl}',
    },
  },

  async handle({ ctx, params, body }) {
    return { body: await previewFooter(ctx, { ...body, slug: params.slug }) };
  },
});

export const publicationFooterRoutes: readonly Route[] = [
  listFooterVersionsRoute,
  previewFooterRoute,
];
