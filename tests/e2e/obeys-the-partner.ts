import type { House } from '../support/house.ts';
import {
  addOutlet,
  askForLicence,
  correct,
  type Outlet,
  type Page,
  type Placement,
  publish,
} from '../support/seed.ts';
import { until } from '../support/until.ts';

/** One story at one destination; each sentence goes on where the one before ended. */
export function obeysThePartner(house: () => House): void {
  let outlet: Outlet & { destination: string };
  let article: string;
  beforeAll(async () => {
    const { admin, url, receiver } = house();
    outlet = await addOutlet(admin, url, { receiver });
    article = await publish(admin);
    await askForLicence(outlet.api, article);
    await standing(1);
  });

  const standing = (seq: number) =>
    until(`state ${seq} stands at the outlet`, () => {
      const now = house().receiver.standing(article);
      return now?.seq === seq && now;
    });
  const placement = async () => {
    const { body } = await outlet.api.get<Page<Placement>>(`/v1/placements?article=${article}`);
    const [first] = body.items;
    if (!first) throw new Error('there is no placement');
    return first;
  };

  test('paused, it holds what comes; resumed, it sends the newest alone', async () => {
    const { admin, receiver } = house();
    await outlet.api.post(`/v1/destinations/${outlet.destination}/pause`, { note: 'We move.' });
    await correct(admin, article, 1, { headline: 'The second headline' });
    await until('it is held', async () => (await placement()).state === 'paused');
    await correct(admin, article, 2, { headline: 'The third headline' });
    await until('the newest is held', async () => (await placement()).wanted.version === 3);
    expect(receiver.standing(article)?.article.version).toBe(1);
    await outlet.api.post(`/v1/destinations/${outlet.destination}/resume`);
    const { seq } = await placement();
    expect((await standing(seq)).article).toMatchObject({
      version: 3,
      headline: 'The third headline',
    });
    expect(receiver.applied(article).map((one) => one.article.version)).toEqual([1, 3]);
  });

  test('with another format, what stands there is sent again in it', async () => {
    const before = await placement();
    const change = { format: 'text' };
    await outlet.api.patch(`/v1/destinations/${outlet.destination}`, change);
    const { content } = await standing(before.seq + 1);
    expect(content?.mediaType).toContain('text/plain');
    expect(content?.text).not.toContain('<p>');
    expect(content?.text).toContain('© 2011-2026 Harbour Letter Cooperative');
  });

  test('asked to resend, it sends the same again as a newer state', async () => {
    const before = await placement();
    await outlet.api.post(`/v1/placements/${before.id}/resend`);
    expect((await standing(before.seq + 1)).article.version).toBe(3);
  });

  test('a kill goes out although the destination is paused', async () => {
    await outlet.api.post(`/v1/destinations/${outlet.destination}/pause`);
    await house().admin.post(`/v1/articles/${article}/kill`, { reason: 'It was all wrong.' });
    const { seq } = await placement();
    expect(await standing(seq)).toMatchObject({ operation: 'withdraw', reason: 'killed' });
    const resend = await outlet.api.ask('POST', `/v1/placements/${(await placement()).id}/resend`);
    expect(resend).toMatchObject({ status: 409, body: { code: 'article-killed' } });
  });

  test('an outlet that does not know us any more pauses its own destination', async () => {
    const { admin, url, receiver } = house();
    const other = await addOutlet(admin, url, { receiver });
    receiver.behave({ kind: 'status', status: 401 });
    const story = await publish(admin);
    await askForLicence(other.api, story);
    const path = `/v1/destinations/${other.destination}`;
    const paused = await until('it is paused', async () => {
      const { body } = await other.api.get<{ state: string; stateCode: string }>(path);
      return body.state === 'paused' && body;
    });
    receiver.behave({ kind: 'accept' });
    expect(paused.stateCode).toBe('credentials');
    await other.api.post(`${path}/resume`);
    await until('it is delivered', () => receiver.standing(story));
  });
}
