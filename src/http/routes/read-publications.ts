import { z } from 'zod';
import {
  listPublications,
  readPublication,
} from '../../services/publications/read-publications.ts';
import { publicationOf } from '../../services/save-publication.ts';
import { STAFF } from '../access.ts';
import { answerPage, pageFields, pageOf, windowOf } from '../paging.ts';
import { defineRoute, type Route } from '../route.ts';
import { PublicationReply } from '../schemas/publication.ts';
import { Slug } from '../schemas/slug.ts';

const listPublicationsRoute = defineRoute({
  method: 'get',
  path: '/v1/publications',
  tag: 'Publications',
  summary: 'Publications that the key works for, newest first',
  access: STAFF,
  query: z.strictObject(pageFields),
  reply: pageOf(PublicationReply).meta({ id: 'Publications' }),
  problems: [],

  async handle({ ctx, query }) {
    const rows = await listPublications(ctx, windowOf(query));
    return answerPage(rows, query, publicationOf);
  },
});

const readPublicationRoute = defineRoute({
  method: 'get',
  path: '/v1/publications/{slug}',
  tag: 'Publications',
  summary: 'One publication',
  access: STAFF,
  params: z.object({ slug: Slug }),
  reply: PublicationReply,
  problems: ['publication-not-found'],

  async handle({ ctx, params }) {
    return { body: publicationOf(await readPublication(ctx, params.slug)) };
  },
});

export const readPublicationRoutes: readonly Route[] = [
  listPublicationsRoute,
  readPublicationRoute,
];
