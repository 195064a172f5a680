import { z } from 'zod';
import { backFill } from '../../services/destinations/back-fill.ts';
import { OUTLETS_AND_ADMINS } from '../access.ts';
import { defineRoute, type Route } from '../route.ts';
import { byId } from '../schemas/id.ts';

const BackFillBody = z
  .strictObject({
    licence: z
      .uuid('Write the id of a licence.')
      .toLowerCase()
      .optional()
      .describe('For a feed; absent: all that the outlet holds'),
    articles: z.int().min(1).max(1_000).describe('How many of the newest that are covered'),
  })
  .meta({ id: 'BackFill' });

const backFillRoute = defineRoute({
  method: 'post',
  path: '/v1/destinations/{id}/backfill',
  tag: 'Destinations',
  summary: 'Place older articles that feeds cover, behind everything else',
  access: OUTLETS_AND_ADMINS,
  params: byId('destination-not-found'),
  body: BackFillBody,
  statuses: [200],
  reply: z
    .object({ placements: z.int().describe('How many are placed by this') })
    .meta({ id: 'BackFilled' }),
  problems: [
    ...(['destination-not-found', 'destination-implicit', 'licence-not-found'] as const),
    ...(['licence-for-article', 'licence-revoked', 'licence-expired'] as const),
    ...(['licence-suspended', 'licence-superseded', 'outlet-suspended'] as const),
  ],
  examples: { newDestination: { articles: 50 } },

  async handle({ ctx, params, body }) {
    const { licence = null, articles } = body;
    return {
      body: { placements: await backFill(ctx, { destination: params.id, licence, articles }) },
    };
  },
});

export const destinationBackFillRoutes: readonly Route[] = [backFillRoute];
