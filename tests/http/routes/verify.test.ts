import type { LicenceProof } from '../../../src/verifier/index.ts';
import {
  addOutlet,
  askForLicence,
  correct,
  type Licence,
  type Outlet,
  publish,
} from '../../support/seed.ts';
import { type ServedApp, serveApp } from '../../support/served-app.ts';

interface Answer {
  valid: boolean;
  code: string;
  reason: string;
  asOf: string;
  successor?: string;
  page?: object;
  logged?: boolean;
  claims?: { jti: string };
}

let app: ServedApp;
let outlet: Outlet;
beforeAll(async () => {
  app = await serveApp();
  outlet = await addOutlet(app.admin, app.url);
});
afterAll(() => app.close());

async function licensed(): Promise<Licence & { story: string }> {
  const story = await publish(app.admin);
  return { ...(await askForLicence(outlet.api, story)), story };
}
const verify = async (token: string, more: object = {}) =>
  (await app.admin.post<Answer>('/v1/verify', { token, ...more })).body;

test('a licence in force is valid from the commit on, with what it says', async () => {
  const { id, token } = await licensed();
  const answer = await verify(token);
  expect(answer).toMatchObject({ valid: true, code: 'valid', claims: { jti: `urn:uuid:${id}` } });
  expect(Math.abs(Date.parse(answer.asOf) - Date.now())).toBeLessThan(60_000);
});

test('what happens to a licence is answered from the commit on', async () => {
  const { id, token } = await licensed();
  await app.admin.post(`/v1/licences/${id}/suspend`, { reason: 'We look into it.' });
  expect(await verify(token)).toMatchObject({ valid: false, code: 'suspended' });
  await app.admin.post(`/v1/licences/${id}/reinstate`, { reason: 'It was a mistake.' });
  expect(await verify(token)).toMatchObject({ code: 'valid' });
  await app.admin.post(`/v1/licences/${id}/revoke`, { reason: 'No footer.' });
  expect(await verify(token)).toMatchObject({ code: 'revoked' });
});

test('a kill is answered before any licence was touched', async () => {
  const { story, token } = await licensed();
  await app.admin.post(`/v1/articles/${story}/kill`, { reason: 'It was a rumour.' });
  expect(await verify(token)).toMatchObject({ code: 'article-killed' });
  await app.relay();
  expect(await verify(token)).toMatchObject({ code: 'article-killed' });
});

test('a licence that was overtaken names its successor, which is valid', async () => {
  const { story, token } = await licensed();
  await correct(app.admin, story, 1, { body: { html: '<p>It is another story.</p>' } });
  await app.relay();
  const answer = await verify(token);
  expect(answer).toMatchObject({ code: 'superseded', successor: expect.any(String) });
  const next = await outlet.api.get<Licence>(`/v1/licences/${answer.successor}`);
  expect(await verify(next.body.token)).toMatchObject({ code: 'valid' });
});

test('the licences of a suspended outlet are answered so', async () => {
  const other = await addOutlet(app.admin, app.url);
  const { token } = await askForLicence(other.api, await publish(app.admin));
  await app.admin.post(`/v1/outlets/${other.id}/suspend`, { reason: 'Unpaid.' });
  expect(await verify(token)).toMatchObject({ code: 'outlet-suspended' });
});

test('place, article, page and proof are held against the licence when they are given', async () => {
  const { id, token, story } = await licensed();
  await app.seal();
  const { body: proof } = await outlet.api.get<LicenceProof>(`/v1/licences/${id}/proof`);
  const { text: html } = await outlet.api.get(`/v1/licences/${id}/article`);
  const { payload, salt, proof: way } = proof;
  const asked = { articleId: story, origin: 'https://courier.example/news', page: { html } };
  expect(await verify(token, { ...asked, proof: { payload, salt, proof: way } })).toMatchObject({
    ...{ valid: true, logged: true, page: { body: 'same', footer: 'same' } },
  });
  const other = { payload, salt: '', proof: way };
  expect(await verify(token, { proof: other })).toMatchObject({ code: 'proof-invalid' });
  expect(await verify(token, { origin: 'https://x.example' })).toMatchObject({
    code: 'wrong-audience',
  });
  const page = { html: html.replace('silent', 'loud') };
  expect(await verify(token, { page })).toMatchObject({ code: 'body-altered' });
  expect(await verify(token, { page: { footerText: 'x' } })).toMatchObject({
    code: 'footer-altered',
  });
});

test('a genuine token that the record holds otherwise is not valid', async () => {
  const { token, id } = await licensed();
  const other = await licensed();
  await app.ctx.db
    .updateTable('licence')
    .set({ token: other.token })
    .where('id', '=', id)
    .execute();
  expect(await verify(token)).toMatchObject({ code: 'status-unknown' });
});
