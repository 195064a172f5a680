import { z } from 'zod';
import { listNotices } from '../../services/notices/list-notices.ts';
import { OUTLETS_AND_ADMINS } from '../access.ts';
import { answerPage, pageFields, pageOf, windowOf } from '../paging.ts';
import { noticeReply } from '../replies/notice.ts';
import { defineRoute, type Route } from '../route.ts';
import { NoticeReply } from '../schemas/notice.ts';

const Kind = z
  .string()
  .max(60)
  .regex(/^[a-z-]*$/, 'Write the kind as a notice shows it.');

const listNoticesRoute = defineRoute({
  method: 'get',
  path: '/v1/notices',
  tag: 'Notices',
  summary: 'What people were told, when, and whether the mail left; newest first',
  access: OUTLETS_AND_ADMINS,
  query: z.strictObject({
    ...pageFields,
    outlet: z.uuid().optional().describe('Told to this outlet; an outlet sees its own alone'),
    kind: Kind.optional(),
  }),
  reply: pageOf(NoticeReply).meta({ id: 'Notices' }),
  problems: [],

  async handle({ ctx, query }) {
    const { outlet, kind } = query;
    const rows = await listNotices(ctx, { outlet, kind, ...windowOf(query) });
    return answerPage(rows, query, noticeReply);
  },
});

export const noticeRoutes: readonly Route[] = [listNoticesRoute];
