import { transact } from '../../../src/db/database.ts';
import { killArticle } from '../../../src/services/articles/kill-article.ts';
import { type Desk, openDesk } from '../../../src/services/deliver/desk.ts';
import { revokeLicence } from '../../../src/services/licences/change-licence.ts';
import { readLink, useLink } from '../../../src/services/placements/follow-link.ts';
import { takeItself } from '../../../src/services/placements/take-itself.ts';
import { type TestService, testService } from '../../support/context.ts';
import { passTime } from '../../support/outlet-site.ts';
import { openPlacedStories } from '../../support/placed-story.ts';
import { type TakenCopy, takeCopy } from '../../support/taken-copy.ts';

const HOUR_MS = 3_600_000;

let service: TestService;
let stories: Awaited<ReturnType<typeof openPlacedStories>>;
let desk: Desk;
beforeAll(async () => {
  service = await testService();
  stories = await openPlacedStories(service);
  const config = { ...service.ctx.config, mailFrom: 'desk@rights.example' };
  desk = openDesk({ ...service.ctx, config });
});
afterAll(async () => {
  desk.close();
  await service.close();
});

const taken = (contacts?: Parameters<typeof takeCopy>[3]) =>
  takeCopy(service, desk, stories, contacts);

const kill = (id: string) =>
  killArticle(service.as({}), { id, reason: 'Not genuine.', note: null });

test('a text that an outlet takes itself is known to be there, once for each version', async () => {
  const copy = await taken();
  const before = await copy.placement();
  expect(before).toMatchObject({
    destination: copy.pull,
    placed_version: 1,
    confirmed_seq: before.wanted_seq,
    state: 'placed',
  });
  expect(await copy.take()).toBe(true);
  expect(await copy.placement()).toEqual(before);
  const tries = await service.db
    .selectFrom('attempt')
    .selectAll()
    .where('placement', '=', before.id)
    .execute();
  expect(tries).toMatchObject([{ code: 'taken', outcome: 'placed', licence: copy.licence.id }]);
});

test('nothing is placed where nobody has taken anything', async () => {
  const outlet = await stories.newsroom.outlet();
  const article = await stories.newsroom.putIn();
  await outlet.ask(article);
  await stories.relay();
  await expect(stories.placementOf(article)).rejects.toThrow('nothing is wanted');
});

test('its people are reminded after 15 and 60 minutes and then daily, and any of the links confirms', async () => {
  const copy = await taken();
  await copy.kill();
  await copy.deliver();
  const waits: number[] = [];
  for (let reminder = 0; reminder < 3; reminder += 1) {
    const { verify_at: at } = await copy.placement();
    waits.push(Math.round(((at ?? 0) - Date.now()) / 60_000));
    await passTime(service, copy.article, (at ?? 0) - Date.now() + 1_000);
    await copy.remind();
  }
  expect(waits).toEqual([15, 60, 24 * 60]);
  const told = await copy.notices('copy-to-remove');
  expect(told).toHaveLength(4);
  expect(told[0]).toMatchObject({ subject: expect.stringMatching(/^Reminder: /) });
  const first = service.ctx.linkToken(told.at(-1)?.id ?? '');
  expect(await useLink(service.ctx, { token: first, note: null })).toMatchObject({
    confirmed: true,
  });
  await passTime(service, copy.article, 48 * HOUR_MS);
  await copy.remind();
  expect(await copy.notices('copy-to-remove')).toHaveLength(4);
  const other = service.ctx.linkToken(told[0]?.id ?? '');
  expect(await readLink(service.ctx, other)).toMatchObject({ state: 'confirmed' });
});

test('a correction is told, and reading the corrected text confirms it', async () => {
  const copy = await taken();
  await stories.correct(copy.article, 1);
  await stories.relay();
  await copy.deliver();
  expect(await copy.placement()).toMatchObject({ state: 'unconfirmed', wanted_version: 2 });
  const [notice] = await copy.notices('copy-to-correct');
  expect(notice?.body).toContain('The month was wrong.');
  const { licence } = await copy.placement();
  await transact(service.db, (tx) =>
    takeItself(tx, copy.outlet.own, { ...partsOf(copy), licence, version: 2 }),
  );
  expect(await copy.placement()).toMatchObject({ state: 'placed', placed_version: 2 });
  await copy.kill();
  const late = service.ctx.linkToken(notice?.id ?? '');
  expect(await useLink(service.ctx, { token: late, note: null })).toMatchObject({
    confirmed: false,
    state: 'overtaken',
  });
});

function partsOf({ outlet, article }: TakenCopy) {
  return { outlet: outlet.id, article };
}

test('a licence that is revoked has its text taken down, without the haste of a kill', async () => {
  const copy = await taken();
  await revokeLicence(service.as({}), { id: copy.licence.id, reason: 'Unpaid.' });
  await stories.relay();
  await copy.deliver();
  const [notice] = await copy.notices('copy-to-remove');
  expect(notice?.body).toContain('Your licence was revoked.');
  const { verify_at: at } = await copy.placement();
  expect(Math.round(((at ?? 0) - Date.now()) / HOUR_MS)).toBe(24);
});

test('where nobody at the outlet can be told, the house is, and the copy stays on the list', async () => {
  const copy = await taken([]);
  await copy.kill();
  await copy.deliver();
  expect(await copy.notices('copy-untold')).toMatchObject([
    { outlet: null, body: expect.stringContaining('has named no contacts'), mails: [{}] },
  ]);
  expect(await copy.placement()).toMatchObject({ state: 'unconfirmed' });
});

test('a kill and a reading at the same moment see one another', async () => {
  const outlet = await stories.newsroom.outlet();
  const article = await stories.newsroom.putIn();
  const { id: licence } = await outlet.ask(article);
  const text = { outlet: outlet.id, article, licence, version: 1 };
  let killing: Promise<unknown> = Promise.resolve();
  const noted = await transact(service.db, async (tx) => {
    const taking = await takeItself(tx, outlet.own, text);
    killing = kill(article);
    return taking;
  });
  expect(noted).toBe(true);
  await killing;
  expect(await stories.placementOf(article)).toMatchObject({ wanted_reason: 'killed', sent: true });
  const late = transact(service.db, (tx) => takeItself(tx, outlet.own, { ...text, version: 2 }));
  expect(await late).toBe(false);
});
