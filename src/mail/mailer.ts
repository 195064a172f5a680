import { createTransport } from 'nodemailer';
import { maskOver, passwordsOf } from '../security/mask-known.ts';

/** One mail, in plain text. */
export interface Mail {
  to: string;
  /** Where people answer to; null: to the sender. */
  replyTo: string | null;
  subject: string;
  text: string;
  /** The same for every try, so that a mail sent twice can be known for one (RFC 5322). */
  messageId: string;
  /** Epoch milliseconds. */
  date: number;
}

/** A mail did not leave. The message, which quotes the server, never holds the password. */
export class MailFailed extends Error {
  override name = 'MailFailed';
  /** Whether the server has refused this very mail, so that another try would end the same. */
  readonly isForGood: boolean;

  constructor(message: string, isForGood: boolean) {
    super(message);
    this.isForGood = isForGood;
  }
}

/** Hands mails to the house's mail server. */
export interface Mailer {
  /** @throws MailFailed */
  send(mail: Mail): Promise<void>;
  close(): void;
}

/** A server that is slower than this is away. */
const TIMEOUT_MS = 30_000;

/**
 * @param url `smtp://` or `smtps://`, with user and password where the server wants them
 * @param from sender of every mail
 */
export function openMailer(url: string, from: string): Mailer {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const mask = maskOver(passwordsOf(url));
  return {
    async send(mail) {
      await transport.sendMail(messageOf(mail, from)).catch((error: unknown) => {
        throw failureOf(error, mask);
      });
    },
    close: () => transport.close(),
  };
}

function messageOf({ to, replyTo, subject, text, messageId, date }: Mail, from: string) {
  return {
    from,
    to: { name: '', address: to },
    ...(replyTo !== null && { replyTo: { name: '', address: replyTo } }),
    subject,
    text,
    messageId,
    date: new Date(date),
    // Keeps out-of-office answers away (RFC 3834 section 5).
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}

/** Nothing but words is taken over: the rest of the error is what was said to the server. */
function failureOf(error: unknown, mask: (text: string) => string): MailFailed {
  const message = error instanceof Error ? error.message : String(error);
  const { code, responseCode = 0 } = error as { code?: string; responseCode?: number };
  // Who is not let in may be tomorrow: that is for the operator to mend, and no word on the mail.
  return new MailFailed(mask(message), responseCode >= 500 && code !== 'EAUTH');
}
