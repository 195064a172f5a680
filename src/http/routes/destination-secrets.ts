import { mergedSettings } from '../../services/destinations/change-destination.ts';
import { rotateSecret } from '../../services/destinations/rotate-secret.ts';
import { OUTLETS_AND_ADMINS } from '../access.ts';
import { checkedAs } from '../checked-at.ts';
import { destinationReply } from '../replies/destination.ts';
import { defineRoute, type Route } from '../route.ts';
import { CHANNEL_SECRETS, DestinationReply, SecretRotation } from '../schemas/destination.ts';
import { byId } from '../schemas/id.ts';

const rotateSecretRoute = defineRoute({
  method: 'post',
  path: '/v1/destinations/{id}/rotate-secret',
  tag: 'Destinations',
  summary:
    'Replace the secret that signs; both sign for a while, and the new one is shown this once',
  access: OUTLETS_AND_ADMINS,
  params: byId('destination-not-found'),
  body: SecretRotation,
  statuses: [200],
  reply: DestinationReply,
  problems: ['destination-not-found', 'destination-implicit', 'secret-not-used'],
  examples: { made: {}, known: { overlapHours: 0 } },
  secrets: CHANNEL_SECRETS,

  async handle({ ctx, params, body }) {
    const secret = body.secret ?? null;
    if (secret !== null) await checkSecret(ctx, params.id, secret);
    const rotated = await rotateSecret(ctx, { ...body, id: params.id, secret });
    return { body: destinationReply(rotated, ctx.now()) };
  },
});

async function checkSecret(ctx: Parameters<typeof mergedSettings>[0], id: string, secret: string) {
  const { channel, settings } = await mergedSettings(ctx, id, {});
  if (channel.signsWith === null) return;
  checkedAs('#/secret', channel.settings, { ...settings, [channel.signsWith]: secret });
}

export const destinationSecretRoutes: readonly Route[] = [rotateSecretRoute];
