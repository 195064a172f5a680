import { askForLicence, correct, publish } from '../../support/seed.ts';
import { openDesk, type VerifyDesk } from './open-desk.ts';

let desk: VerifyDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

describe('what became of a licence stands in its bundle', () => {
  async function licensed() {
    const story = await publish(desk.app.admin);
    return { story, id: (await askForLicence(desk.outlet.api, story)).id };
  }
  const codeOf = async (id: string, record?: object) => {
    const made = await desk.bundleOf(id);
    return JSON.parse((await desk.verify({ ...made, ...(record && { record }) }, '--json')).out);
  };
  const CLEAN = { state: 'active' };

  test('revoked, whatever the unsigned record says', async () => {
    const { id } = await licensed();
    await desk.app.admin.post(`/v1/licences/${id}/revoke`, { reason: 'No footer.' });
    expect(await codeOf(id)).toMatchObject({ code: 'revoked' });
    expect(await codeOf(id, CLEAN)).toMatchObject({ code: 'revoked' });
  });

  test('suspended', async () => {
    const { id } = await licensed();
    await desk.app.admin.post(`/v1/licences/${id}/suspend`, { reason: 'We look into it.' });
    expect(await codeOf(id)).toMatchObject({ code: 'suspended' });
    expect(await codeOf(id, CLEAN)).toMatchObject({ code: 'suspended' });
  });

  test('superseded, with its successor', async () => {
    const { story, id } = await licensed();
    await correct(desk.app.admin, story, 1, { body: { html: '<p>It is another story.</p>' } });
    await desk.app.relay();
    expect(await codeOf(id)).toMatchObject({ code: 'superseded', successor: expect.any(String) });
  });

  test('killed', async () => {
    const { story, id } = await licensed();
    await desk.app.admin.post(`/v1/articles/${story}/kill`, { reason: 'It was a rumour.' });
    expect(await codeOf(id)).toMatchObject({ code: 'article-killed' });
    await desk.app.relay();
    expect(await codeOf(id)).toMatchObject({ code: 'article-killed' });
    expect(await codeOf(id, CLEAN)).toMatchObject({ code: 'revoked' });
  });
});
