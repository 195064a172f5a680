import { reinstateLicence, suspendLicence } from '../../../src/services/licences/change-licence.ts';
import { verifyToken } from '../../../src/services/licences/verify-licence.ts';
import { listNotices } from '../../../src/services/notices/list-notices.ts';
import { sweep } from '../../../src/services/relay/sweep.ts';
import { compromiseKey } from '../../../src/services/signing-keys/compromise-key.ts';
import { listSigningKeys } from '../../../src/services/signing-keys/list-keys.ts';
import { rotateKey } from '../../../src/services/signing-keys/rotate-key.ts';
import { type TestService, testService } from '../../support/context.ts';
import { openPlacedStories } from '../../support/placed-story.ts';

const reason = 'A backup was left on a train.';
let service: TestService;
let desk: Awaited<ReturnType<typeof openPlacedStories>>;
beforeAll(async () => {
  service = await testService();
  desk = await openPlacedStories(service);
});
afterAll(() => service.close());

async function compromise(kid = service.ctx.keys.active.kid): Promise<void> {
  await compromiseKey(service.as({}), { kid, reason });
  await service.ctx.keys.reload();
}
const code = async (token: string) => (await verifyToken(service.ctx, { token })).code;
const licencesOf = (article: string) =>
  service.db
    .selectFrom('licence')
    .selectAll()
    .where('article', '=', article)
    .orderBy('id')
    .execute();
const keyOf = async (kid: string) =>
  (await listSigningKeys(service.ctx)).find((key) => key.kid === kid);

test('nothing that a compromised key signed is believed, and another signs at once', async () => {
  const { licence } = await desk.licensedOutlet();
  const { kid } = service.ctx.keys.active;
  expect(await code(licence.token)).toBe('valid');
  await compromise();
  expect(await code(licence.token)).toBe('key-compromised');
  expect(await keyOf(kid)).toMatchObject({
    state: 'compromised',
    private_key: null,
    compromise_reason: reason,
  });
  const { active, jwks, archive } = service.ctx.keys;
  expect(active.kid).not.toBe(kid);
  expect(jwks.keys).toEqual([expect.objectContaining({ kid: active.kid })]);
  expect(archive.keys).toContainEqual(
    expect.objectContaining({ kid, state: 'compromised', compromised_at: expect.any(Number) }),
  );
});

test('the house is told of it, with how many licences are issued again', async () => {
  await desk.licensedOutlet();
  const { kid } = service.ctx.keys.active;
  await compromise();
  const [notice] = await listNotices(service.as({}), { kind: 'key-compromised', limit: 1 });
  expect(notice).toMatchObject({ outlet: null, about_kind: 'signing-key', about_id: kid });
  expect(notice?.body).toContain(reason);
  expect(notice?.body).toMatch(/^[1-9]\d* licences? in force/m);
});

test('each licence in force gets a successor on the same version, under the new key', async () => {
  const { article, licence } = await desk.licensedOutlet();
  const before = await desk.placementOf(article);
  await compromise();
  await desk.relay();
  const [old, successor] = await licencesOf(article);
  expect(old).toMatchObject({
    id: licence.id,
    state: 'superseded',
    successor: successor?.id,
    end_reason: 'key-compromised',
  });
  expect(successor).toMatchObject({
    prev: licence.id,
    state: 'active',
    kid: service.ctx.keys.active.kid,
    article_version: old?.article_version,
    until_at: old?.until_at,
    terms_slug: old?.terms_slug,
    terms_version: old?.terms_version,
  });
  expect(await code(successor?.token ?? '')).toBe('valid');
  const after = await desk.placementOf(article);
  expect(after).toMatchObject({ licence: successor?.id, wanted_op: 'upsert' });
  expect(after.wanted_seq).toBeGreaterThan(before.wanted_seq);
});

test('a worker that has not heard yet signs no successor with the key that is the reason', async () => {
  const { article } = await desk.licensedOutlet();
  const { kid } = service.ctx.keys.active;
  await compromiseKey(service.as({}), { kid, reason });
  await desk.relay();
  const [, successor] = await licencesOf(article);
  expect(successor?.kid).not.toBe(kid);
  expect(await code(successor?.token ?? '')).toBe('valid');
});

test('a licence that was signed while the key was being given up is found by the sweep', async () => {
  const outlet = await desk.newsroom.outlet();
  const article = await desk.newsroom.putIn();
  const stale = { ...service.ctx.keys };
  await compromise();
  await desk.relay();
  const { id } = await outlet.ask(article);
  await desk.relay();
  await service.db
    .updateTable('licence')
    .set({ kid: stale.active.kid })
    .where('id', '=', id)
    .execute();
  expect(await sweep(service.ctx)).toBe(1);
  await desk.relay();
  const [old, successor] = await licencesOf(article);
  expect([old?.state, successor?.state]).toEqual(['superseded', 'active']);
});

test('a suspended licence is replaced when it is reinstated', async () => {
  const { article, licence } = await desk.licensedOutlet();
  await suspendLicence(service.as({}), { id: licence.id, reason: 'They have not paid.' });
  await compromise();
  await desk.relay();
  expect(await licencesOf(article)).toHaveLength(1);
  await reinstateLicence(service.as({}), { id: licence.id, reason: 'They have paid.' });
  await desk.relay();
  expect((await licencesOf(article)).map(({ state }) => state)).toEqual(['superseded', 'active']);
});

test('the pending key takes over if there is one, for readers know it already', async () => {
  const { kid } = await rotateKey(service.as({}), { purpose: 'licence' });
  await compromise();
  expect(service.ctx.keys.active.kid).toBe(kid);
});

test('a pending key that is given up never signs, and the active one stays', async () => {
  const { kid: active } = service.ctx.keys.active;
  const { kid } = await rotateKey(service.as({}), { purpose: 'licence' });
  await compromise(kid);
  expect(service.ctx.keys.active.kid).toBe(active);
  expect(service.ctx.keys.jwks.keys).toEqual([expect.objectContaining({ kid: active })]);
});

test('a key of the log is replaced too, and licences stay as they are', async () => {
  const { article, licence } = await desk.licensedOutlet();
  const { kid } = service.ctx.keys.log;
  await compromise(kid);
  await desk.relay();
  expect(service.ctx.keys.log.kid).not.toBe(kid);
  expect(await licencesOf(article)).toHaveLength(1);
  expect(await code(licence.token)).toBe('valid');
});

test('it is told once, with the reason; a second time changes nothing', async () => {
  const { kid } = service.ctx.keys.active;
  await compromise(kid);
  const { kid: active } = service.ctx.keys.active;
  await compromise(kid);
  expect(service.ctx.keys.active.kid).toBe(active);
  const lines = await service.db
    .selectFrom('audit_event')
    .innerJoin('audit_payload', 'audit_payload.event', 'audit_event.id')
    .select('payload')
    .where('subject_id', '=', kid)
    .where('type', '=', 'signing-key.compromised')
    .execute();
  expect(lines.map(({ payload }) => JSON.parse(payload).after.reason)).toEqual([reason]);
});

test('no other key may be given up than one there is', async () => {
  const refused = compromiseKey(service.as({}), { kid: 'nobody', reason });
  await expect(refused).rejects.toMatchObject({ code: 'signing-key-not-found' });
});
