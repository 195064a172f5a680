import type { House } from '../support/house.ts';
import {
  addOutlet,
  ask,
  askForLicence,
  type Decided,
  type Licence,
  type Page,
  publish,
} from '../support/seed.ts';
import { until } from '../support/until.ts';

const codes = ({ reasons }: Decided) => reasons.map(({ code }) => code);

export function decides(house: () => House): void {
  const outlet = (...tags: string[]) => addOutlet(house().admin, house().url, { tags });

  test('refused with every reason there is', async () => {
    const rival = await outlet('partner', 'rival');
    const article = await publish(house().admin);
    const decided = await ask(rival.api, article, { media: ['print'] });
    expect(decided.state).toBe('refused');
    expect(decided.reasons.map(({ message }) => message)).toEqual([
      'Not to our rivals.',
      'Print is ours alone.',
    ]);
    expect(decided).not.toHaveProperty('licence');
    expect((await rival.api.get<Decided>(`/v1/requests/${decided.id}`)).body).toEqual(decided);
  });

  test('refused with one reason for each field beyond the terms', async () => {
    const partner = await outlet('partner');
    const until = new Date(Date.now() + 200 * 86_400_000).toISOString();
    const beyond = { media: ['broadcast'], until, edits: 'any', images: 'withStory' };
    const decided = await ask(partner.api, await publish(house().admin), beyond);
    expect(decided.state).toBe('refused');
    expect(decided.reasons.map(({ pointer }) => pointer).sort()).toEqual([
      '#/use/edits',
      '#/use/images',
      '#/use/media',
      '#/use/until',
    ]);
  });

  test('refused by the article’s own rights, and by its kill', async () => {
    const { admin } = house();
    const partner = await outlet('partner');
    const rights = { reprint: 'none', excludeTerritories: ['SE'] };
    const mine = await publish(admin, { rights });
    const decided = await ask(partner.api, mine, { territories: ['NO', 'SE'] });
    expect(codes(decided).sort()).toEqual(['not-for-reprint', 'territory-excluded']);
    await admin.post(`/v1/articles/${mine}/kill`, { reason: 'Wrong boat.' });
    expect(codes(await ask(partner.api, mine))).toContain('article-killed');
  });

  test('left to a person, who grants it narrowed to the terms', async () => {
    const { admin } = house();
    const newcomer = await outlet('newcomer');
    const article = await publish(admin);
    const asked = await ask(newcomer.api, article, { media: ['web', 'social'], edits: 'any' });
    expect([asked.state, codes(asked)]).toEqual(['pending', ['rule-referred']]);
    const grant = () => admin.ask<Decided>('POST', `/v1/requests/${asked.id}/grant`, { body: {} });
    const { body } = await grant();
    expect(body).toMatchObject({
      state: 'granted',
      licence: { state: 'active', use: { media: ['web'], edits: 'none' } },
    });
    expect(await grant()).toMatchObject({ status: 409, body: { code: 'request-decided' } });
  });

  test('left to a person, who refuses it', async () => {
    const newcomer = await outlet('newcomer');
    const asked = await ask(newcomer.api, await publish(house().admin));
    const note = 'Not this month.';
    const { body } = await house().admin.post<Decided>(`/v1/requests/${asked.id}/refuse`, { note });
    expect(body).toMatchObject({ state: 'refused', reasons: [{ message: note }] });
  });

  test('once, though two with one Idempotency-Key come at the same time', async () => {
    const partner = await outlet('partner');
    const articleId = await publish(house().admin);
    const until = new Date(Date.now() + 86_400_000).toISOString();
    const body = { articleId, use: { media: ['web'], territories: ['world'], until } };
    const headers = { 'idempotency-key': 'only-once' };
    const send = () => partner.api.ask<Decided>('POST', '/v1/requests', { body, headers });
    const [one, other] = await Promise.all([send(), send()]);
    expect([one.status, other.status]).toEqual([201, 201]);
    expect(other.body).toEqual(one.body);
    const { body: list } = await partner.api.get<Page<Licence>>('/v1/licences');
    expect(list.items.map(({ id }) => id)).toEqual([one.body.licence?.id]);
  });

  test('and the text stays while one of two licences is left', async () => {
    const { admin, url, receiver } = house();
    const partner = await addOutlet(admin, url, { receiver });
    const article = await publish(admin);
    const days = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString();
    const shorter = await askForLicence(partner.api, article, { until: days(10) });
    const standing = (licence: string, seq: number) =>
      until(`placed as ${seq}`, () => {
        const now = receiver.standing(article);
        return now?.licence.id === licence && now.seq === seq && now;
      });
    await standing(shorter.id, 1);
    // Not covered by the one there is, as a shorter one would be.
    const longer = await askForLicence(partner.api, article, { until: days(60) });
    await standing(longer.id, 2);
    await admin.post(`/v1/licences/${longer.id}/revoke`, { reason: 'Footer missing.' });
    const { operation, footer } = await standing(shorter.id, 3);
    expect([operation, footer.text]).toEqual(['upsert', shorter.footer]);
    await admin.post(`/v1/licences/${shorter.id}/revoke`, { reason: 'Footer still missing.' });
    expect(await standing(shorter.id, 4)).toMatchObject({
      operation: 'withdraw',
      reason: 'revoked',
    });
    const path = `/v1/licences/${shorter.id}/article`;
    expect(await partner.api.ask('GET', path)).toMatchObject({
      status: 403,
      body: { code: 'licence-revoked' },
    });
  });
}
