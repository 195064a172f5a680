import type { LicenceBundle } from '../../../src/verifier/index.ts';
import { addOutlet, askForLicence, publish } from '../../support/seed.ts';
import { serveApp } from '../../support/served-app.ts';
import { openDesk, type VerifyDesk } from './open-desk.ts';

const DAY = 86_400_000;
const at = (ms: number) => new Date(ms).toISOString();

let desk: VerifyDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

test('it says in lines what the licence is for, and whose word the keys are', async () => {
  const { code, out } = await desk.verify(desk.bundle);
  expect(code).toBe(0);
  expect(out).toMatch(/^valid: The licence is genuine and in force\.$/m);
  expect(out).toMatch(/^headline {2}The pilot boat goes electric$/m);
  expect(out).toMatch(/^log {7}it holds the licence$/m);
  expect(out).toMatch(/^The keys are those of the bundle\./m);
});

test('keys that were kept take the place of those in the bundle', async () => {
  const keys = await desk.file('keys.json', desk.bundle.keys);
  const trusted = await desk.verify({ ...desk.bundle, keys: { keys: [] } }, '--keys', keys);
  expect([trusted.code, trusted.out.includes('those of the bundle')]).toEqual([0, false]);
  const forged = await desk.verify(await otherHouse(), '--keys', keys);
  expect([forged.code, forged.out]).toEqual([1, expect.stringContaining('unknown-key')]);
});

test('a key set without the log’s keys verifies the licence, and leaves its proof aside', async () => {
  const keys = await desk.file('keys.json', desk.app.ctx.keys.jwks);
  const { code, out } = await desk.verify(desk.bundle, '--keys', keys);
  expect([code, out.includes('it holds the licence')]).toEqual([0, false]);
});

/** A bundle that agrees with itself, from a house that calls itself as ours. */
async function otherHouse(): Promise<LicenceBundle> {
  const other = await serveApp();
  try {
    const asker = await addOutlet(other.admin, other.url);
    const { id } = await askForLicence(asker.api, await publish(other.admin));
    await other.seal();
    return (await asker.api.get<LicenceBundle>(`/v1/licences/${id}/bundle`)).body;
  } finally {
    await other.close();
  }
}

test.each([
  ['--origin', 'https://courier.example/news/1', 'valid'],
  ['--origin', 'https://courier.example.evil.example', 'wrong-audience'],
  ['--origin', 'https://evil-courier.example', 'wrong-audience'],
  ['--issuer', 'https://rights.example', 'valid'],
  ['--issuer', 'https://rights.example.evil.example', 'wrong-issuer'],
  ['--article', '01957c1a-0000-7000-8000-0000000000cc', 'claims-invalid'],
  ['--at', at(Date.now() + 31 * DAY), 'expired'],
  ['--at', at(Date.now() + 2 * DAY), 'status-unknown'],
  ['--at', '2020-01-01T00:00:00Z', 'not-yet-valid'],
])('asked with %s %s it answers %s', async (option, value, code) => {
  const answer = await desk.verify(desk.bundle, option, value, '--json');
  expect(JSON.parse(answer.out)).toMatchObject({ code });
  expect(answer.code).toBe(code === 'valid' ? 0 : 1);
});

test('a page is held against the bundle', async () => {
  const { id } = JSON.parse(desk.bundle.proof?.payload ?? '').subject;
  const { text: story } = await desk.outlet.api.get(`/v1/licences/${id}/article`);
  const same = await desk.verify(
    desk.bundle,
    '--page',
    await desk.file('page.html', `<main>${story}</main>`),
  );
  expect([same.code, same.out]).toEqual([0, expect.stringMatching(/^body {6}same$/m)]);
  const altered = await desk.file('page.html', story.replace('silent', 'loud'));
  expect((await desk.verify(desk.bundle, '--page', altered)).out).toMatch(/^body-altered:/);
  const bare = await desk.file('page.html', story.replace(/<footer.*?<\/footer>/s, ''));
  expect((await desk.verify(desk.bundle, '--page', bare)).out).toMatch(/^footer-altered:/);
});
