import { removeDestination } from '../../services/destinations/remove-destination.ts';
import { OUTLETS_AND_ADMINS } from '../access.ts';
import { destinationReply } from '../replies/destination.ts';
import { defineRoute, type Route } from '../route.ts';
import { DestinationReply } from '../schemas/destination.ts';
import { byId } from '../schemas/id.ts';

const removeDestinationRoute = defineRoute({
  method: 'delete',
  path: '/v1/destinations/{id}',
  tag: 'Destinations',
  summary: 'Remove a destination that nothing was ever sent to; answers it as it was',
  access: OUTLETS_AND_ADMINS,
  params: byId('destination-not-found'),
  reply: DestinationReply,
  problems: ['destination-not-found', 'destination-implicit', 'destination-in-use'],

  async handle({ ctx, params }) {
    return { body: destinationReply(await removeDestination(ctx, params.id), ctx.now()) };
  },
});

export const destinationRemovalRoutes: readonly Route[] = [removeDestinationRoute];
