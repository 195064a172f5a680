import type { Context } from '../src/context.ts';
import type { Mailer } from '../src/mail/mailer.ts';
import { sendMails } from '../src/services/notices/send-mails.ts';

/** Sends the mails that wait until none is due. */
export async function mailAll(ctx: Context, mailer: Mailer): Promise<void> {
  while ((await sendMails(ctx, mailer)) > 0);
}
