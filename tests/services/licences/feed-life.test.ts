import { decodeJwt } from 'jose';
import { killArticle } from '../../../src/services/articles/kill-article.ts';
import {
  reinstateLicence,
  revokeLicence,
  suspendLicence,
} from '../../../src/services/licences/change-licence.ts';
import { readLicence } from '../../../src/services/licences/read-licences.ts';
import { renewLicence } from '../../../src/services/licences/renew-licence.ts';
import { verifyToken } from '../../../src/services/licences/verify-licence.ts';
import { listNotices } from '../../../src/services/notices/list-notices.ts';
import { sweep } from '../../../src/services/relay/sweep.ts';
import { compromiseKey } from '../../../src/services/signing-keys/compromise-key.ts';
import { type TestService, testService } from '../../support/context.ts';
import { DAY_MS } from '../../support/newsroom.ts';
import { openPlacedStories } from '../../support/placed-story.ts';

const reason = 'We look into it.';
let service: TestService;
let desk: Awaited<ReturnType<typeof openPlacedStories>>;
beforeAll(async () => {
  service = await testService();
  desk = await openPlacedStories(service);
});
afterAll(() => service.close());

async function feedOutlet() {
  const outlet = await desk.newsroom.outlet();
  return { outlet, licence: await outlet.askFeed({ language: ['en'] }) };
}
const admin = () => service.as({});
const code = async (token: string) => (await verifyToken(service.ctx, { token })).code;
const wordsTo = (outlet: string) =>
  service.db
    .selectFrom('outbox')
    .select(['kind', 'article', 'publication'])
    .where('outlet', '=', outlet)
    .orderBy('id')
    .execute();

test('a renewed licence keeps its feed, its series and since when it takes articles in', async () => {
  const { outlet, licence } = await feedOutlet();
  const until = licence.until_at + DAY_MS;
  const { licence: next } = await renewLicence(admin(), { id: licence.id, until, reason });
  expect(next).toMatchObject({
    ...{ prev: licence.id, series: licence.series, feed: licence.feed },
    ...{ feed_since: licence.feed_since, article: null, until_at: until - (until % 1000) },
  });
  expect(next.footer).toContain(next.id);
  expect(decodeJwt(next.token)).toMatchObject({ feed: licence.feed });
  expect(await code(licence.token)).toBe('superseded');
  expect(await code(next.token)).toBe('valid');
  const [notice] = await listNotices(admin(), { outlet: outlet.id, limit: 1 });
  expect(notice?.subject).toBe('Renewed: every story of Harbour News, in en');
});

test('each change of it leaves word of all that the outlet has of the publication', async () => {
  const { outlet, licence } = await feedOutlet();
  await suspendLicence(admin(), { id: licence.id, reason });
  expect(await code(licence.token)).toBe('suspended');
  await reinstateLicence(admin(), { id: licence.id, reason });
  expect(await code(licence.token)).toBe('valid');
  await revokeLicence(admin(), { id: licence.id, reason });
  expect(await code(licence.token)).toBe('revoked');
  const { publication } = licence;
  const kinds = ['issued', 'suspended', 'reinstated', 'ended'];
  expect(await wordsTo(outlet.id)).toEqual(
    kinds.map((kind) => ({ kind: `licence.${kind}`, article: null, publication })),
  );
});

test('corrections and kills of its articles leave it as it is', async () => {
  const { licence } = await feedOutlet();
  const article = await desk.newsroom.putIn();
  await desk.correct(article, 1, true);
  await desk.relay();
  await killArticle(admin(), { id: article, reason: 'It was a rumour.', note: null });
  await desk.relay();
  expect(await readLicence(admin(), licence.id)).toMatchObject({
    state: 'active',
    successor: null,
  });
});

test('one that a compromised key signed gets a successor under the next key', async () => {
  const { licence } = await feedOutlet();
  await compromiseKey(admin(), { kid: licence.kid, reason: 'A backup was left on a train.' });
  await service.ctx.keys.reload();
  expect(await code(licence.token)).toBe('key-compromised');
  await desk.relay();
  const { state, successor } = await readLicence(admin(), licence.id);
  expect(state).toBe('superseded');
  const next = await readLicence(admin(), successor ?? '');
  expect(next).toMatchObject({ feed: licence.feed, feed_since: licence.feed_since });
  expect(next.kid).not.toBe(licence.kid);
  expect(await code(next.token)).toBe('valid');
});

test('one that was signed while the key was being given up is found by the sweep', async () => {
  const { kid } = service.ctx.keys.active;
  await compromiseKey(admin(), { kid, reason: 'A backup was left on a train.' });
  await service.ctx.keys.reload();
  const { licence } = await feedOutlet();
  await desk.relay();
  await service.db.updateTable('licence').set({ kid }).where('id', '=', licence.id).execute();
  expect(await sweep(service.ctx)).toBe(1);
  await desk.relay();
  expect(await readLicence(admin(), licence.id)).toMatchObject({ state: 'superseded' });
  expect(await sweep(service.ctx)).toBe(0);
});
