import { addOutlet, askForLicence, type Licence, publish } from '../support/seed.ts';
import { type ServedApp, serveApp } from '../support/served-app.ts';

let app: ServedApp;
let licence: Licence;
beforeAll(async () => {
  app = await serveApp();
  const outlet = await addOutlet(app.admin, app.url);
  licence = await askForLicence(outlet.api, await publish(app.admin));
});
afterAll(() => app.close());

const visit = (path: string) => fetch(`${app.url}${path}`, { redirect: 'manual' });
const paste = (fields: Record<string, string>) =>
  fetch(`${app.url}/verify`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(fields),
  });

test('the page has two forms, runs no script, and may be sent to the service alone', async () => {
  const response = await visit('/verify');
  const page = await response.text();
  expect(page.match(/<form action="verify" method="(get|post)">/g)).toHaveLength(2);
  expect(page).not.toMatch(/<script/i);
  const policy = response.headers.get('content-security-policy');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("form-action 'self'");
  expect((await visit('/log')).headers.get('content-security-policy')).toContain(
    "form-action 'none'",
  );
});

test.each([
  ['its number', (id: string) => id],
  ['its number in capitals', (id: string) => id.toUpperCase()],
  ['its name as a URN', (id: string) => `urn:uuid:${id}`],
  ['the address in the notice', (id: string) => ` https://rights.example/licences/${id}/ `],
])('%s leads to the page of the licence, from either form', async (_what, spelled) => {
  const asked = encodeURIComponent(spelled(licence.id));
  for (const answer of [
    await visit(`/verify?id=${asked}`),
    await paste({ licence: spelled(licence.id) }),
  ]) {
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `licences/${licence.id}`,
    ]);
    const url = new URL(answer.headers.get('location') ?? '', `${app.url}/verify`);
    expect(await (await fetch(url)).text()).toContain('This licence is in force.');
  }
});

test.each(['', 'x', '0198', `${'0'.repeat(36)}x`])(
  '"%s" is no number, and that is said',
  async (id) => {
    const page = await (await visit(`/verify?id=${id}`)).text();
    expect(page).toContain('This holds no number of a licence');
  },
);

test('a pasted licence is answered as a page', async () => {
  const broken = licence.token.replace(/(.{60})/g, '$1\r\n ');
  const page = await (await paste({ licence: broken, origin: '' })).text();
  expect(page).toContain('<h1>The licence is valid</h1>');
  expect(page).toContain('<code>valid</code>');
  expect(page).toContain('The pilot boat goes electric');
  expect(page).toContain('https://courier.example');
});

test('a pasted licence is held against the place of the reprint', async () => {
  const page = await (await paste({ licence: licence.token, origin: 'https://x.example' })).text();
  expect(page).toContain('<code>wrong-audience</code>');
});

test('what is pasted is shown as text and never as markup', async () => {
  const page = await (await paste({ licence: '<img src=x>.a.b', origin: '<b>' })).text();
  expect(page).toContain('<code>malformed</code>');
  expect(page).not.toContain('<img');
});

test('nothing pasted is asked for again, and an unknown field is refused', async () => {
  expect(await (await paste({ licence: ' ' })).text()).toContain('Paste the licence');
  expect((await paste({ licence: 'x', other: 'y' })).status).toBe(422);
});

test('other routes take no web form', async () => {
  const answer = await fetch(`${app.url}/v1/verify`, {
    method: 'POST',
    body: new URLSearchParams({ token: 'x' }),
  });
  expect(answer.status).toBe(415);
});

test('the page of a licence says the terms in words and where it stands in the log', async () => {
  await app.seal();
  const page = await (await visit(`/licences/${licence.id}`)).text();
  expect(page).toMatch(/<h2>Terms<\/h2><ul>(<li>[^<]+\.<\/li>){5,}/);
  expect(page).toMatch(/Entry \d+ of rights\.example\/log\./);
  expect(page).toContain(`/v1/licences/${licence.id}/certificate`);
});

test('a suspended licence and a suspended outlet are said to be so', async () => {
  const outlet = await addOutlet(app.admin, app.url);
  const { id } = await askForLicence(outlet.api, await publish(app.admin));
  const shown = async () => (await visit(`/licences/${id}`)).text();
  await app.admin.post(`/v1/licences/${id}/suspend`, { reason: 'We look into it.' });
  expect(await shown()).toContain('This licence is suspended.');
  await app.admin.post(`/v1/licences/${id}/reinstate`, { reason: 'It was a mistake.' });
  await app.admin.post(`/v1/outlets/${outlet.id}/suspend`, { reason: 'Unpaid.' });
  expect(await shown()).toContain('The outlet is suspended');
  expect(await shown()).toContain('<h1>Not licensed</h1>');
});
