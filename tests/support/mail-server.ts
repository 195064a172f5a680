import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/**
 * How the mail server answers. `hang` takes the mail in and never says so; `deny` lets nobody sign
 * in, and repeats what it was sent, as some servers do with a command that they do not take.
 */
export type MailManner =
  | { kind: 'accept' }
  | { kind: 'refuse'; code: number }
  | { kind: 'hang' }
  | { kind: 'deny' };

export interface MailServer {
  url: string;
  /** All that came, whatever was answered. */
  mails: ParsedMail[];
  behave(manner: MailManner): void;
  close(): Promise<void>;
}

/** A real SMTP server on this machine, without TLS; whoever signs in may. */
export async function startMailServer(): Promise<MailServer> {
  const mails: ParsedMail[] = [];
  let manner: MailManner = { kind: 'accept' };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 100,
    allowInsecureAuth: true,
    onAuth({ username = '', password = '' }, _session, done) {
      if (manner.kind !== 'deny') return done(null, { user: username });
      const sent = Buffer.from(`\0${username}\0${password}`).toString('base64');
      const message = `Not taken: AUTH PLAIN ${sent} (${username} ${password})`;
      done(Object.assign(new Error(message), { responseCode: 535 }));
    },
    onRcptTo(_address, _session, done) {
      if (manner.kind !== 'refuse') return done();
      done(Object.assign(new Error('No such mailbox'), { responseCode: manner.code }));
    },
    onData(stream, session, done) {
      simpleParser(stream).then((mail) => {
        mails.push(mail);
        if (manner.kind === 'accept') done();
        else closeHard(session.id, server);
      }, done);
    },
  });
  // A client that is killed resets its connection.
  server.on('error', () => {});
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    behave: (next) => {
      manner = next;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Ends a connection without an answer to what came over it. */
function closeHard(id: string, server: SMTPServer): void {
  for (const connection of server.connections) {
    if ((connection as unknown as { id: string }).id === id) connection.close();
  }
}
