import type { z } from 'zod';
import { formatInstant } from '../../domain/instant.ts';
import type { listNotices } from '../../services/notices/list-notices.ts';
import type { NoticeReply } from '../schemas/notice.ts';

type ToldNotice = Awaited<ReturnType<typeof listNotices>>[number];

/** A notice as it is answered. */
export function noticeReply(notice: ToldNotice): z.infer<typeof NoticeReply> {
  const { id, kind, outlet, subject, body } = notice;
  return {
    id,
    kind,
    outlet,
    subject,
    body,
    about: { kind: notice.about_kind, id: notice.about_id },
    createdAt: formatInstant(notice.created_at),
    mails: notice.mails.map(({ address, state, attempts, sentAt, lastError }) => ({
      address,
      state,
      attempts,
      sentAt: sentAt === null ? null : formatInstant(Date.parse(sentAt)),
      lastError,
    })),
  };
}
