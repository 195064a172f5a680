import type { Context } from '../../context.ts';
import { type DueMail, markFailed, markSent, takeDue } from '../../db/notice-mails.ts';
import { nextStep } from '../../domain/backoff.ts';
import type { Instant } from '../../domain/instant.ts';
import { LINKED_NOTICES } from '../../domain/notices/copy-notices.ts';
import { type Mailer, MailFailed } from '../../mail/mailer.ts';

const BATCH = 20;

/**
 * Sends what waits. A mail whose answer was lost is sent again, under the same Message-ID.
 *
 * @returns how many were tried
 */
export async function sendMails(ctx: Context, mailer: Mailer): Promise<number> {
  const due = await takeDue(ctx.db, BATCH);
  for (const mail of due) await sendOne(ctx, mailer, mail);
  return due.length;
}

async function sendOne(ctx: Context, mailer: Mailer, mail: DueMail): Promise<void> {
  const { address: to, replyTo, subject, messageId, createdAt: date } = mail;
  const text = withLink(ctx, mail);
  try {
    await mailer.send({ to, replyTo, subject, text, messageId, date });
  } catch (error) {
    await keepFailure(ctx, mail, error);
    return;
  }
  await markSent(ctx.db, mail, ctx.now());
}

/** The link stands in the mail alone: the notice is kept, and read by others. */
function withLink(ctx: Context, { notice, kind, body }: DueMail): string {
  if (!LINKED_NOTICES.has(kind)) return body;
  const link = `${ctx.config.publicUrl}/confirm/${ctx.linkToken(notice)}`;
  return `${body}\n\nOnce it is done, confirm it here. The link works once, for 90 days:\n${link}`;
}

async function keepFailure(ctx: Context, mail: DueMail, error: unknown): Promise<void> {
  if (!(error instanceof MailFailed)) throw error;
  const { message } = error;
  const nextAt = nextTry(ctx, mail, error);
  ctx.log.warn({ notice: mail.notice, attempts: mail.attempts, reason: message }, 'mail not sent');
  await markFailed(ctx.db, mail, { error: message.slice(0, 500), nextAt });
}

/** What a server refuses for good is not tried again, and nothing is after three days. */
function nextTry(ctx: Context, mail: DueMail, error: MailFailed): Instant | null {
  if (error.isForGood) return null;
  const random = ctx.random(2).readUInt16BE() / 65_536;
  const step = nextStep('later', mail.attempts, ctx.now() - mail.createdAt, random);
  return step.kind === 'retry' ? ctx.now() + step.delayMs : null;
}
