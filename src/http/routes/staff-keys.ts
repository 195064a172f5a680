import { z } from 'zod';
import { createKey } from '../../services/keys/create-key.ts';
import { listStaffKeys } from '../../services/keys/list-keys.ts';
import { revokeKey } from '../../services/keys/revoke-key.ts';
import { ADMINS, AUDITORS } from '../access.ts';
import { answerPage, pageFields, pageOf, windowOf } from '../paging.ts';
import { defineRoute, type Route } from '../route.ts';
import { KeyReply, keyReply, NewKeyReply, StaffKeyBody } from '../schemas/key.ts';
import { pathId } from '../schemas/path-id.ts';

const create = defineRoute({
  method: 'post',
  path: '/v1/keys',
  tag: 'Keys',
  summary: 'Make a key for an editor, an auditor or an admin',
  access: ADMINS,
  body: StaffKeyBody,
  reply: NewKeyReply,
  secrets: ['key'],
  problems: [],
  examples: {
    'an editor of one publication': {
      name: 'Night desk',
      role: 'editor',
      publications: ['harbour-gazette'],
    },
    'an auditor': { name: 'Court of audit', role: 'auditor' },
  },
  async handle({ ctx, body }) {
    const { name, role, publications = null, expiresAt = null } = body;
    const made = await createKey(ctx, { name, role, outlet: null, publications, expiresAt });
    return { body: { ...keyReply(made), key: made.key } };
  },
});

const list = defineRoute({
  method: 'get',
  path: '/v1/keys',
  tag: 'Keys',
  summary: "List the staff's keys",
  access: AUDITORS,
  query: z.strictObject(pageFields),
  reply: pageOf(KeyReply),
  problems: [],
  async handle({ ctx, query }) {
    return answerPage(await listStaffKeys(ctx, windowOf(query)), query, keyReply);
  },
});

const revoke = defineRoute({
  method: 'delete',
  path: '/v1/keys/{id}',
  tag: 'Keys',
  summary: "End one of the staff's keys, at once and for good",
  access: ADMINS,
  params: z.object({ id: pathId('key-not-found') }),
  reply: KeyReply,
  problems: ['key-not-found'],
  async handle({ ctx, params }) {
    return { body: keyReply(await revokeKey(ctx, { id: params.id, outlet: null })) };
  },
});

export const staffKeyRoutes: readonly Route[] = [create, list, revoke];
