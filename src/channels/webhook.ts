import { z } from 'zod';
import type { Outcome } from '../domain/outcome.ts';
import type { EgressResponse } from '../security/egress/index.ts';
import type { Channel, ChannelIo, WantedState } from './channel.ts';
import { outcomeOfFailure, outcomeOfResponse } from './http-outcome.ts';
import { lookAtPage } from './look-at-page.ts';
import { remoteRefOf } from './remote-ref.ts';
import { envelopeOf } from './webhook-envelope.ts';
import { makeWebhookSecret, signedHeaders, WEBHOOK_SECRET } from './webhook-signature.ts';

const Settings = z.strictObject({
  url: z
    .string()
    .min(1)
    .max(2_048)
    .meta({ description: 'Where each placement is posted; https, port 443.', format: 'uri' }),
  secret: z
    .string()
    .regex(WEBHOOK_SECRET, 'Give whsec_ and 24 to 64 bytes in base64, or leave the secret out.')
    .optional()
    .describe('Signs every message (Standard Webhooks). Made and shown once when left out.'),
  followsSeq: z
    .boolean()
    .optional()
    .describe(
      'Whether your side ignores what is not newer (seq) than what it has; true when left out. Say false if it takes whatever comes: after a send without an answer the newest state is then sent once more.',
    ),
});

type WebhookSettings = z.infer<typeof Settings>;

/** Posts the wanted state as one signed JSON envelope. */
export const webhook: Channel<WebhookSettings> = {
  kind: 'webhook',
  settings: Settings,
  secrets: ['secret'],
  signsWith: 'secret',
  keepsPlaced: ['secret', 'followsSeq'],

  complete: (settings, random) => ({
    ...settings,
    secret: settings.secret ?? makeWebhookSecret(random),
    followsSeq: settings.followsSeq ?? true,
  }),

  async inspect({ url }, egress) {
    const refusal = await egress.inspectResolved(url);
    if (refusal === null) return [];
    return [{ pointer: '#/settings/url', code: refusal.code, detail: refusal.message }];
  },

  followsSeq: ({ followsSeq }) => followsSeq ?? true,

  deliver: (state, settings, io) => post(state, envelopeOf(state), settings, io),

  probe: (sample, settings, io) => post(sample, envelopeOf(sample, true), settings, io),

  verify: (copy, _settings, io) => lookAtPage(copy, io),
};

async function post(
  { placement, seq }: WantedState,
  envelope: string,
  settings: WebhookSettings,
  { egress, now, signal, former }: ChannelIo,
): Promise<Outcome> {
  const id = `${placement}_${seq}`;
  const body = Buffer.from(envelope);
  const seconds = Math.floor(now() / 1000);
  const signed = signedHeaders(id, secretsOf(settings, former), body, seconds);
  const headers = { ...signed, 'idempotency-key': id };
  let response: EgressResponse;
  try {
    const request = { url: settings.url, method: 'POST', headers, body } as const;
    response = await egress.request(signal ? { ...request, signal } : request);
  } catch (error) {
    return outcomeOfFailure(error);
  }
  const outcome = outcomeOfResponse(response, now());
  const remoteRef = outcome.class === 'placed' ? remoteRefOf(response.body) : undefined;
  return remoteRef === undefined ? outcome : { ...outcome, remoteRef };
}

/** The receiver knows one of them: it may not have taken the new one over yet. */
function secretsOf({ secret }: WebhookSettings, former: ChannelIo['former']): string[] {
  if (secret === undefined) throw new Error('complete() fills the secret in before it is saved');
  return former?.secret === undefined ? [secret] : [secret, former.secret];
}
