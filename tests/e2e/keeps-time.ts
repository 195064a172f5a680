import { decodeJwt } from 'jose';
import type { House } from '../support/house.ts';
import { addOutlet, ask, askForLicence, publish } from '../support/seed.ts';
import { until } from '../support/until.ts';

/** The first whole second that is at least this far ahead; tokens know nothing finer. */
const wholeSecondIn = (ms: number) => Math.ceil((Date.now() + ms) / 1000) * 1000;

export function keepsTime(house: () => House): void {
  test('an embargoed story is licensed from the embargo on, and not a byte leaves before', async () => {
    const { admin, url, receiver } = house();
    const outlet = await addOutlet(admin, url, { receiver });
    const lifts = wholeSecondIn(2_000);
    const embargoUntil = new Date(lifts).toISOString();
    const article = await publish(admin, { embargoUntil });
    const hidden = await outlet.api.ask('GET', `/v1/articles/${article}`);
    expect(hidden.status).toBe(404);
    const licence = await askForLicence(outlet.api, article);
    expect(decodeJwt(licence.token).nbf).toBe(lifts / 1000);

    const early = await outlet.api.ask('GET', `/v1/licences/${licence.id}/article`);
    expect(early).toMatchObject({ status: 425, body: { code: 'too-early' } });
    expect(Number(early.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(early.text).not.toContain('silent');

    const first = await until('the text', () => receiver.standing(article));
    expect(first.at).toBeGreaterThanOrEqual(lifts);
    expect(first.content?.text).toContain('silent');
    await outlet.api.get(`/v1/licences/${licence.id}/article`);
  });

  test('an expired licence takes the text with it', async () => {
    const { admin, url, receiver } = house();
    const outlet = await addOutlet(admin, url, { receiver });
    const article = await publish(admin);
    const ends = wholeSecondIn(2_500);
    const licence = await askForLicence(outlet.api, article, {
      until: new Date(ends).toISOString(),
    });
    await until('the text', () => receiver.standing(article)?.operation === 'upsert');
    const gone = await until('the withdrawal', () => {
      const standing = receiver.standing(article);
      return standing?.operation === 'withdraw' && standing;
    });
    expect(gone.reason).toBe('expired');
    expect(gone.at).toBeGreaterThanOrEqual(ends);
    const taken = await outlet.api.ask('GET', `/v1/licences/${licence.id}/article`);
    expect(taken).toMatchObject({ status: 403, body: { code: 'licence-expired' } });
  });

  test('a use that would end before the embargo lifts is refused and not licensed', async () => {
    const outlet = await addOutlet(house().admin, house().url);
    const embargoUntil = new Date(Date.now() + 48 * 3_600_000).toISOString();
    const article = await publish(house().admin, { embargoUntil });
    const tomorrow = new Date(Date.now() + 24 * 3_600_000).toISOString();
    const decided = await ask(outlet.api, article, { until: tomorrow });
    expect(decided).toMatchObject({
      state: 'refused',
      reasons: [{ code: 'nothing-left', pointer: '#/use/until' }],
    });
  });
}
