import { z } from 'zod';
import { createKey } from '../../services/keys/create-key.ts';
import { listOutletKeys } from '../../services/keys/list-keys.ts';
import { revokeKey } from '../../services/keys/revoke-key.ts';
import { ADMINS, AUDITORS } from '../access.ts';
import { answerPage, pageFields, pageOf, windowOf } from '../paging.ts';
import { defineRoute, type Route } from '../route.ts';
import { KeyReply, keyReply, NewKeyReply, OutletKeyBody } from '../schemas/key.ts';
import { pathId } from '../schemas/path-id.ts';

const outletParams = z.object({ id: pathId('outlet-not-found') });

const create = defineRoute({
  method: 'post',
  path: '/v1/outlets/{id}/keys',
  tag: 'Keys',
  summary: 'Make a key for an outlet',
  access: ADMINS,
  params: outletParams,
  body: OutletKeyBody,
  reply: NewKeyReply,
  secrets: ['key'],
  problems: ['outlet-not-found'],
  examples: {
    'for as long as it is needed': { name: 'Editorial system' },
    'for a trial': { name: 'Trial', expiresAt: '2099-01-01T00:00:00Z' },
  },
  async handle({ ctx, params, body }) {
    const { name, expiresAt = null } = body;
    const rest = { role: 'outlet', outlet: params.id, publications: null } as const;
    const made = await createKey(ctx, { name, expiresAt, ...rest });
    return { body: { ...keyReply(made), key: made.key } };
  },
});

const list = defineRoute({
  method: 'get',
  path: '/v1/outlets/{id}/keys',
  tag: 'Keys',
  summary: "List an outlet's keys",
  access: AUDITORS,
  params: outletParams,
  query: z.strictObject(pageFields),
  reply: pageOf(KeyReply),
  problems: ['outlet-not-found'],
  async handle({ ctx, params, query }) {
    const rows = await listOutletKeys(ctx, params.id, windowOf(query));
    return answerPage(rows, query, keyReply);
  },
});

const revoke = defineRoute({
  method: 'delete',
  path: '/v1/outlets/{id}/keys/{key}',
  tag: 'Keys',
  summary: "End one of an outlet's keys, at once and for good",
  access: ADMINS,
  params: outletParams.extend({ key: pathId('key-not-found') }),
  reply: KeyReply,
  problems: ['key-not-found', 'outlet-not-found'],
  async handle({ ctx, params }) {
    return { body: keyReply(await revokeKey(ctx, { id: params.key, outlet: params.id })) };
  },
});

export const outletKeyRoutes: readonly Route[] = [create, list, revoke];
