import { z } from 'zod';
import { confirmByPerson } from '../../services/placements/confirm-by-person.ts';
import { readLink, useLink } from '../../services/placements/follow-link.ts';
import { OUTLETS_AND_ADMINS } from '../access.ts';
import { confirmedPage, confirmPage } from '../pages/confirm-page.ts';
import { placementReply } from '../replies/placement.ts';
import { defineRoute, type Route, raw } from '../route.ts';
import { ConfirmBody, ConfirmForm } from '../schemas/confirmation.ts';
import { byId } from '../schemas/id.ts';
import { PlacementReply } from '../schemas/placement.ts';
import { POLICY_WITH_FORM } from '../security-headers.ts';

const ByToken = z.object({ token: z.string().max(200) });
const FRESH = { 'Cache-Control': 'no-store' };

const confirmRoute = defineRoute({
  method: 'post',
  path: '/v1/placements/{id}/confirm',
  tag: 'Placements',
  summary:
    'Say that what is wanted at a placement is so: the text is gone, or this version is there',
  access: OUTLETS_AND_ADMINS,
  params: byId('placement-not-found'),
  body: ConfirmBody,
  statuses: [200],
  reply: PlacementReply,
  problems: ['placement-not-found', 'placement-not-sent'],
  examples: {
    gone: { note: 'Taken off the site and out of the app.' },
    published: { note: 'Published in the evening edition.' },
  },

  async handle({ ctx, params, body }) {
    return { body: placementReply(await confirmByPerson(ctx, { id: params.id, ...body })) };
  },
});

const readLinkRoute = defineRoute({
  method: 'get',
  path: '/confirm/{token}',
  tag: 'Placements',
  summary: "What the link of a mail confirms, for the outlet's people; confirms nothing by itself",
  access: 'public',
  params: ByToken,
  reply: raw('text/html'),
  problems: ['link-not-found'],

  async handle({ ctx, params: { token } }) {
    const headers = { ...FRESH, 'Content-Security-Policy': POLICY_WITH_FORM };
    return { body: confirmPage(await readLink(ctx, token), token), headers };
  },
});

const useLinkRoute = defineRoute({
  method: 'post',
  path: '/confirm/{token}',
  tag: 'Placements',
  summary: 'Confirm, once, what the link of a mail tells of',
  access: 'public',
  form: true,
  params: ByToken,
  body: ConfirmForm,
  statuses: [200],
  reply: raw('text/html'),
  problems: ['link-not-found'],
  examples: { done: { note: 'Taken down at noon.' } },

  async handle({ ctx, params: { token }, body }) {
    const note = body.note === '' ? null : body.note;
    return { body: confirmedPage(await useLink(ctx, { token, note })), headers: FRESH };
  },
});

export const confirmationRoutes: readonly Route[] = [confirmRoute, readLinkRoute, useLinkRoute];
