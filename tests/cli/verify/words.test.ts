import { setTimeout } from 'node:timers/promises';
import { call, openDesk, type VerifyDesk } from './open-desk.ts';

let desk: VerifyDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

describe('with the address of the service', () => {
  /** It is reached at another address than its licences name. */
  const withUrl = (content: unknown, ...more: string[]) =>
    desk.verify(content, '--url', desk.app.url, '--issuer', desk.bundle.issuer, '--json', ...more);
  const answer = async (content: unknown, ...more: string[]) =>
    JSON.parse((await withUrl(content, ...more)).out);

  test('a licence alone is held against the keys and the status list that are published', async () => {
    const { token } = desk.bundle;
    const { out, code } = await withUrl(token);
    expect(JSON.parse(out)).toMatchObject({ valid: true, keysFrom: 'caller' });
    expect(code).toBe(0);
    expect(await answer(token.slice(0, -8))).toMatchObject({ code: 'signature-invalid' });
  });

  test('a bundle is held against what is published now, not against its own list', async () => {
    const { id } = JSON.parse(desk.bundle.proof?.payload ?? '').subject;
    const now = new Date().toISOString();
    // What a list said is asked for by the second.
    await setTimeout(1_100);
    await desk.app.admin.post(`/v1/licences/${id}/suspend`, { reason: 'We look into it.' });
    await desk.bundleOf(id);
    expect(await answer(desk.bundle)).toMatchObject({ code: 'suspended' });
    expect(await answer(desk.bundle, '--at', now)).toMatchObject({ code: 'valid' });
  });

  test('another issuer’s lists are not asked', async () => {
    const { out } = await desk.verify(desk.bundle.token, '--url', desk.app.url, '--json');
    expect(JSON.parse(out)).toMatchObject({ code: 'wrong-issuer' });
  });

  test('an address that does not answer is told', async () => {
    const { code, err } = await desk.verify(desk.bundle, '--url', 'http://127.0.0.1:1');
    expect([code, err]).toEqual([2, expect.stringContaining('The keys cannot be fetched')]);
  });
});

test('a licence alone is not verified by nothing', async () => {
  const { code, err } = await desk.verify(desk.bundle.token);
  expect([code, err]).toEqual([2, expect.stringContaining('held against its issuer')]);
});

test.each([
  [[], 'Name a file.'],
  [['a', 'b'], 'Name one file.'],
  [['nowhere.licence.json'], 'cannot be read'],
  [['a', '--keys', 'k', '--url', 'https://x.example'], 'Give --keys or --url.'],
  [['a', '--url', 'x'], '--url is a web address.'],
  [['a', '--at', 'soon'], '--at is an instant'],
  [['a', '--force'], '--force'],
])('%j is told how it is used', async (args, said) => {
  const { code, err } = await call(...args);
  expect(code).toBe(2);
  expect(err).toContain(said);
  expect(err).toContain('imprimatur verify FILE');
});

test('help is no mistake', async () => {
  expect(await call('--help')).toMatchObject({ code: 0, err: '' });
});
