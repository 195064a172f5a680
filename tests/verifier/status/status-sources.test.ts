import { generateKeyPairSync } from 'node:crypto';
import { signLicence } from '../../../src/security/licence-token.ts';
import { generateSigningKey } from '../../../src/security/signing-keys.ts';
import { signStatusList } from '../../../src/security/status-list/status-list-token.ts';
import {
  openKeyRing,
  standingFromFetched,
  standingFromToken,
  type VerifierKey,
} from '../../../src/verifier/index.ts';
import { CLAIMS, DAY, forge, forgeText, HEADER, judge, KEY, NOW, OPTIONS } from '../samples.ts';

const HOUR = 3_600_000;
const { idx, uri } = CLAIMS.status.status_list;
const sign = (status: number, { at = NOW, list = uri, key = KEY } = {}) =>
  signStatusList({ uri: list, at, entries: [[idx, status]] as never }, key);
const asked = (token: string, more = {}) =>
  judge(forge(), { standing: standingFromToken(token, OPTIONS.keys), ...more });

test.each([
  [0, 'valid'],
  [1, 'revoked'],
  [2, 'suspended'],
  [3, 'superseded'],
])('the status %d means %s', async (status, code) => {
  expect(await asked(sign(status))).toMatchObject({ code, statusAsOf: NOW, claims: CLAIMS });
});

test('what the list says of its neighbours is of no account', async () => {
  const entries = [
    [idx - 1, 1],
    [idx + 1, 1],
  ] as never;
  expect(await asked(signStatusList({ uri, at: NOW, entries }, KEY))).toMatchObject({
    valid: true,
  });
});

const HEAD = JSON.stringify({ ...HEADER, typ: 'statuslist+jwt' });
const decoded = (token: string) =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
const altered = (change: object) =>
  forgeText(HEAD, JSON.stringify({ ...decoded(sign(0)), ...change }));
const other = generateSigningKey();

test.each([
  ['the list of another series', sign(0, { list: `${uri}-2` })],
  ['the list under an address that ours begins', sign(0, { list: uri.slice(0, -1) })],
  ['a list that has run out', sign(0, { at: NOW - 2 * DAY })],
  ['a list that was signed later', sign(0, { at: NOW + DAY })],
  ['a list of another key', sign(0, { key: other })],
  ['a list of another key under our name', sign(0, { key: { ...other, kid: KEY.kid } })],
  ['a licence', signLicence(CLAIMS, KEY)],
  [
    'a list that says it is any JWT',
    forgeText(JSON.stringify(HEADER), JSON.stringify(decoded(sign(0)))),
  ],
  ['a list without an end', altered({ exp: undefined })],
  ['a list whose end is text', altered({ exp: '9999999999' })],
  ['a list of nothing', altered({ status_list: { bits: 2, lst: 'eJwDAAAAAAE' } })],
  ['a list with values of four bits', fourBits()],
  ['an altered list', sign(0).replace(/\..{20}/, '.AAAAAAAAAAAAAAAAAAAA')],
  ['no list', ''],
])('%s leaves the status unknown', async (_what, token) => {
  const verdict = await asked(token);
  expect(verdict).toMatchObject({ valid: false, code: 'status-unknown', claims: CLAIMS });
  expect(verdict.reason).toMatch(/^The status list .*\.$/);
});

/** A list on which our place says 15. */
function fourBits(): string {
  const { lst } = decoded(
    signStatusList({ uri, at: NOW, entries: everyStatus() }, KEY),
  ).status_list;
  return altered({ status_list: { bits: 4, lst } });
}

function* everyStatus(): Generator<never> {
  for (let i = 0; i < 131_072; i += 1) yield [i, 3] as never;
}

test('a list of a key that somebody else may hold says nothing', async () => {
  const stolen: VerifierKey = { jwk: { ...KEY.jwk }, state: 'compromised' };
  const standing = standingFromToken(sign(0), await openKeyRing([stolen]));
  expect(await judge(forge(), { standing })).toMatchObject({ code: 'status-unknown' });
});

test('a key of the log signs no list', async () => {
  const { publicKey } = generateKeyPairSync('ed25519');
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: KEY.kid };
  const ring = await openKeyRing([{ jwk, state: 'active' }]);
  expect(ring.left.get(KEY.kid)).toBe('Its name is not its thumbprint.');
});

describe('a list that is fetched', () => {
  const from = 'https://permissions.example/status';

  function fetching(answer: () => Promise<string>) {
    const fetched: string[] = [];
    const get = (address: string) => {
      fetched.push(address);
      return answer();
    };
    return { fetched, source: standingFromFetched(get, { keys: OPTIONS.keys, from }) };
  }

  test('is kept for as long as it says, and then fetched anew', async () => {
    let status = 0;
    const { fetched, source } = fetching(async () => sign(status));
    const at = (now: number) => judge(forge(), { standing: source, now });
    expect(await at(NOW)).toMatchObject({ valid: true });
    status = 1;
    expect(await at(NOW + 299_000)).toMatchObject({ valid: true });
    expect(await at(NOW + 300_000)).toMatchObject({ code: 'revoked' });
    expect(fetched).toEqual([uri, uri]);
  });

  test('is unknown once it is stale and cannot be fetched', async () => {
    let isUp = true;
    const { source } = fetching(async () => {
      if (isUp) return sign(0);
      throw new Error('unreachable');
    });
    const at = (now: number) => judge(forge(), { standing: source, now });
    expect(await at(NOW)).toMatchObject({ valid: true });
    isUp = false;
    expect(await at(NOW + 299_000)).toMatchObject({ valid: true });
    expect(await at(NOW + HOUR)).toMatchObject({ code: 'status-unknown' });
  });

  test.each(['https://evil.example/status/q7', `${from}.evil.example/q7`, `${from}evil/q7`])(
    'is not fetched from %s',
    async (address) => {
      const { fetched, source } = fetching(async () => sign(0, { list: address }));
      const token = forge({ claims: { status: { status_list: { idx, uri: address } } } });
      expect(await judge(token, { standing: source })).toMatchObject({ code: 'status-unknown' });
      expect(fetched).toEqual([]);
    },
  );
});
