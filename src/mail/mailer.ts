import { createTransport } from 'nodemailer';

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

/** Hands mails to the house's mail server. */
export interface Mailer {
  /** @throws Error with `responseCode` where the server answered: 500 and above is for good */
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
  return {
    async send({ to, replyTo, subject, text, messageId, date }) {
      await transport.sendMail({
        from,
        to: { name: '', address: to },
        ...(replyTo !== null && { replyTo: { name: '', address: replyTo } }),
        subject,
        text,
        messageId,
        date: new Date(date),
        // Keeps out-of-office answers away (RFC 3834 section 5).
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    },
    close: () => transport.close(),
  };
}
