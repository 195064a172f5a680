import { z } from 'zod';
import { compromiseKey } from '../../services/signing-keys/compromise-key.ts';
import { listSigningKeys } from '../../services/signing-keys/list-keys.ts';
import { rotateKey } from '../../services/signing-keys/rotate-key.ts';
import { ADMINS, AUDITORS } from '../access.ts';
import { defineRoute, type Route } from '../route.ts';
import {
  CompromiseBody,
  RotateBody,
  SigningKeyReply,
  signingKeyReply,
  takeover,
} from '../schemas/signing-key.ts';

const list = defineRoute({
  method: 'get',
  path: '/v1/signing-keys',
  tag: 'Signing keys',
  summary: 'Every key that ever signed licences, status lists or the log, newest first',
  access: AUDITORS,
  reply: z.object({ items: z.array(SigningKeyReply) }).meta({ id: 'SigningKeys' }),
  problems: [],

  async handle({ ctx }) {
    return { body: { items: (await listSigningKeys(ctx)).map(signingKeyReply) } };
  },
});

const rotate = defineRoute({
  method: 'post',
  path: '/v1/signing-keys/rotate',
  tag: 'Signing keys',
  summary: 'Publish a new key, which takes the place of the active one at its time',
  access: ADMINS,
  body: RotateBody,
  reply: SigningKeyReply,
  problems: ['signing-key-pending'],
  examples: {
    'in a day': {},
    'the log, in a week': { purpose: 'log', afterHours: 168 },
  },

  async handle({ ctx, body }) {
    const { purpose } = body;
    const made = await rotateKey(ctx, { purpose, ...takeover(body, ctx.now()) });
    return { body: signingKeyReply(made) };
  },
});

const compromise = defineRoute({
  method: 'post',
  path: '/v1/signing-keys/{kid}/compromise',
  tag: 'Signing keys',
  summary: 'Declare that somebody else may hold a key: nothing that it signed is valid any more',
  access: ADMINS,
  params: z.object({ kid: z.string().max(200) }),
  body: CompromiseBody,
  statuses: [200],
  reply: SigningKeyReply,
  problems: ['signing-key-not-found'],
  examples: { 'a lost backup': { reason: 'A backup and its SEAL_KEY were left on a train.' } },

  async handle({ ctx, params, body }) {
    return { body: signingKeyReply(await compromiseKey(ctx, { ...params, ...body })) };
  },
});

export const signingKeyRoutes: readonly Route[] = [list, rotate, compromise];
