import { randomBytes } from 'node:crypto';
import { tell } from '../../../src/db/notices.ts';
import { type Mailer, openMailer } from '../../../src/mail/mailer.ts';
import { listNotices } from '../../../src/services/notices/list-notices.ts';
import { sendMails } from '../../../src/services/notices/send-mails.ts';
import { createOutlet } from '../../../src/services/outlets.ts';
import { type TestService, testService } from '../../support/context.ts';
import { type MailServer, startMailServer } from '../../support/mail-server.ts';

const DAY_MS = 86_400_000;

let service: TestService;
let server: MailServer;
let mailer: Mailer;
let now: number;

beforeEach(async () => {
  now = Date.now();
  service = await testService({ now: () => now });
  server = await startMailServer();
  mailer = openMailer(server.url, 'desk@rights.example');
});

afterEach(async () => {
  mailer.close();
  await server.close();
  await service.close();
});

const withMail = (mailFrom: string | null = 'desk@rights.example') => {
  const ctx = service.as({});
  return { ...ctx, config: { ...ctx.config, mailFrom } };
};

async function tellOutlet(ctx = withMail(), contacts = ['first@courier.example']) {
  const outlet = await createOutlet(service.as({}), {
    name: 'The Fjord Courier',
    origins: ['https://fjord-courier.example'],
    country: 'NO',
    class: null,
    tags: [],
    contacts: contacts.map((email) => ({ email, name: null })),
  });
  await tell(ctx.db, ctx, [
    {
      kind: 'licence-revoked',
      facts: { headline: 'Tide\r\nBcc: all@courier.example', reason: 'Sold to another.' },
      outlet: outlet.id,
      publication: null,
      about: { kind: 'licence', id: ctx.newId() },
    },
  ]);
  return outlet.id;
}

const told = async (outlet: string) => {
  const [notice] = await listNotices(service.as({}), { outlet, limit: 1 });
  return notice;
};

test('each contact gets the notice once, in plain words, and the record shows that it left', async () => {
  const outlet = await tellOutlet(withMail(), ['a@courier.example', 'b@courier.example']);
  expect(await sendMails(service.ctx, mailer)).toBe(2);
  expect(await sendMails(service.ctx, mailer)).toBe(0);

  expect(server.mails.map((mail) => [mail.to].flat()[0]?.text).sort()).toEqual([
    'a@courier.example',
    'b@courier.example',
  ]);
  const [mail] = server.mails;
  expect(mail?.subject).toBe('Revoked, to be removed: Tide Bcc: all@courier.example');
  expect(mail?.text).toContain('Every copy has to be removed.');
  expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
  expect(mail?.bcc).toBeUndefined();
  const notice = await told(outlet);
  expect(notice?.mails.map(({ state, attempts }) => [state, attempts])).toEqual([
    ['sent', 1],
    ['sent', 1],
  ]);
});

test('a mail whose answer was lost is sent again, under the same Message-ID', async () => {
  const outlet = await tellOutlet();
  server.behave({ kind: 'hang' });
  await sendMails(service.ctx, mailer);
  expect((await told(outlet))?.mails[0]).toMatchObject({ state: 'waiting', attempts: 1 });

  server.behave({ kind: 'accept' });
  await due();
  await sendMails(service.ctx, mailer);
  expect(server.mails).toHaveLength(2);
  const [first, second] = server.mails;
  expect(first?.messageId).toMatch(/^<[0-9a-f-]{36}\.[0-9a-f]{12}@rights\.example>$/);
  expect(second?.messageId).toBe(first?.messageId);
  expect((await told(outlet))?.mails[0]).toMatchObject({ state: 'sent', attempts: 2 });
});

test('what the server refuses for good is not tried again, and says why to the house', async () => {
  const outlet = await tellOutlet();
  server.behave({ kind: 'refuse', code: 550 });
  await sendMails(service.ctx, mailer);
  const notice = await told(outlet);
  expect(notice?.mails[0]).toMatchObject({ state: 'failed', sentAt: null });
  expect(notice?.mails[0]?.lastError).toMatch(/No such mailbox/);
  const [own] = await listNotices(service.as({ role: 'outlet', outlet }), { limit: 1 });
  expect(own?.mails[0]).toMatchObject({ state: 'failed', lastError: null });
  await due();
  expect(await sendMails(service.ctx, mailer)).toBe(0);
});

test('who is not let in tries again, and tells nobody the password that the server repeats', async () => {
  mailer.close();
  const password = 'sesame/open+now';
  const address = new URL(server.url);
  address.username = 'desk';
  address.password = encodeURIComponent(password);
  mailer = openMailer(address.href, 'desk@rights.example');
  const outlet = await tellOutlet();
  server.behave({ kind: 'deny' });
  await sendMails(service.ctx, mailer);
  const [mail] = (await told(outlet))?.mails ?? [];
  expect(mail).toMatchObject({ state: 'waiting', attempts: 1 });
  expect(mail?.lastError).toMatch(/^Invalid login: 535 Not taken: AUTH PLAIN •••• \(desk ••••\)$/);

  server.behave({ kind: 'accept' });
  await due();
  await sendMails(service.ctx, mailer);
  expect((await told(outlet))?.mails[0]).toMatchObject({ state: 'sent', attempts: 2 });
});

test('what the server puts off is tried again, for three days', async () => {
  const outlet = await tellOutlet();
  server.behave({ kind: 'refuse', code: 450 });
  await sendMails(service.ctx, mailer);
  expect((await told(outlet))?.mails[0]).toMatchObject({ state: 'waiting' });
  now += 3 * DAY_MS;
  await due();
  await sendMails(service.ctx, mailer);
  expect((await told(outlet))?.mails[0]).toMatchObject({ state: 'failed', attempts: 2 });
});

test('without a mail server notices are kept, and none is mailed later', async () => {
  const outlet = await tellOutlet(withMail(null));
  expect((await told(outlet))?.mails).toEqual([]);
  expect(await sendMails(service.ctx, mailer)).toBe(0);
});

test('two workers never send the same mail at the same time', async () => {
  await tellOutlet(
    withMail(),
    Array.from({ length: 12 }, () => `${randomBytes(4).toString('hex')}@courier.example`),
  );
  await Promise.all([sendMails(service.ctx, mailer), sendMails(service.ctx, mailer)]);
  expect(server.mails).toHaveLength(12);
  expect(new Set(server.mails.map((mail) => mail.messageId)).size).toBe(12);
});

/** Has what waits for a later try come due. */
async function due(): Promise<void> {
  await service.db
    .updateTable('notice_mail')
    .set({ next_at: new Date(0) })
    .where('state', '=', 'waiting')
    .execute();
}
