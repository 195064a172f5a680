import { recordTest, sendSample } from '../../services/destinations/test-destination.ts';
import { OUTLETS_AND_ADMINS } from '../access.ts';
import { defineRoute, type Route } from '../route.ts';
import { DestinationTestReply } from '../schemas/destination-test.ts';
import { byId } from '../schemas/id.ts';

const testDestinationRoute = defineRoute({
  method: 'post',
  path: '/v1/destinations/{id}/test',
  tag: 'Destinations',
  summary: 'Send a marked sample there and see what the system there answers',
  access: OUTLETS_AND_ADMINS,
  params: byId('destination-not-found'),
  statuses: [200],
  reply: DestinationTestReply,
  problems: ['destination-not-found', 'destination-implicit'],

  prepare: ({ ctx, params }) => sendSample(ctx, params.id),
  async handle({ ctx, prepared }) {
    await recordTest(ctx, prepared);
    const { outcome, advice, ms } = prepared;
    const { class: kind, code, message, status, excerpt, remoteAddress } = outcome;
    return {
      body: {
        ...{ outcome: kind, code, message, advice, ms },
        ...(status !== undefined && { status }),
        ...(excerpt !== undefined && { excerpt }),
        ...(remoteAddress !== undefined && { remoteAddress }),
      },
    };
  },
});

export const destinationTestRoutes: readonly Route[] = [testDestinationRoute];
