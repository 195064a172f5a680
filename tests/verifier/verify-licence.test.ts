import { createHmac } from 'node:crypto';
import { SignJWT } from 'jose';
import { generateSigningKey } from '../../src/security/signing-keys.ts';
import { CLAIMS, codeOf as code, forge, forgeText, HEADER, judge, KEY } from './samples.ts';

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

test('a licence signed by another library is genuine', async () => {
  const token = await new SignJWT({ ...CLAIMS, aud: [...CLAIMS.aud] })
    .setProtectedHeader(HEADER)
    .sign(KEY.privateKey);
  expect(await judge(token)).toMatchObject({ valid: true, claims: CLAIMS });
});

test('claims that come with a later version stand beside ours', async () => {
  expect(await code(forge({ claims: { code: 'revoked', later: {} } }))).toBe('valid');
});

describe('the string', () => {
  const [header = '', payload = '', signature = ''] = forge().split('.');
  const latin1 = Buffer.from('{"typ":"\xe9"}', 'latin1').toString('base64url');

  test.each([
    ['nothing', '', 'malformed'],
    ['two parts', `${header}.${payload}`, 'malformed'],
    ['four parts', `${forge()}.x`, 'malformed'],
    ['five parts, as an encrypted token has', 'a.b.c.d.e', 'malformed'],
    ['an empty payload', `${header}..${signature}`, 'malformed'],
    ['padding', `${header}.${payload}.${signature}==`, 'malformed'],
    ['a line break', `${forge()}\n`, 'malformed'],
    ['base64 of the other alphabet', `${header}.${payload}.+${signature.slice(1)}`, 'malformed'],
    ['a header that is no JSON', `${'x'.repeat(8)}.${payload}.${signature}`, 'malformed'],
    ['a header that is not UTF-8', `${latin1}.${payload}.${signature}`, 'malformed'],
    ['a header that is a list', forgeText('[]', JSON.stringify(CLAIMS)), 'malformed'],
    ['a payload that is null', forgeText(JSON.stringify(HEADER), 'null'), 'malformed'],
    [
      'a payload behind a byte order mark',
      forgeText(JSON.stringify(HEADER), '\ufeff{}'),
      'malformed',
    ],
    ['one byte over 16 KiB', 'x'.repeat(16 * 1024 + 1), 'too-large'],
  ])('%s', async (_what, token, expected) => {
    expect(await code(token)).toBe(expected);
  });

  test('a token of exactly 16 KiB is read', async () => {
    expect(await code('x'.repeat(16 * 1024))).toBe('malformed');
  });

  test.each([
    ['two key ids', `{"typ":"x","kid":"a","kid":"${KEY.kid}"}`, JSON.stringify(CLAIMS)],
    ['two ends', JSON.stringify(HEADER), `{"exp":9999999999,${JSON.stringify(CLAIMS).slice(1)}`],
    ['a nested name twice', JSON.stringify(HEADER), '{"use":{"media":["web"],"media":["print"]}}'],
  ])('%s', async (_what, header_, payload_) => {
    expect(await code(forgeText(header_, payload_))).toBe('duplicate-members');
  });
});

describe('the header', () => {
  const other = generateSigningKey();
  const pem = KEY.publicKey.export({ type: 'spki', format: 'pem' });
  const hs256 = `${part({ ...HEADER, alg: 'HS256' })}.${part(CLAIMS)}`;
  const mac = createHmac('sha256', pem).update(hs256).digest('base64url');

  test.each([
    ['no type', forge({ header: { typ: undefined } }), 'wrong-type'],
    ['the type of any JWT', forge({ header: { typ: 'JWT' } }), 'wrong-type'],
    ['a status list', forge({ header: { typ: 'statuslist+jwt' } }), 'wrong-type'],
    ['the type in capitals', forge({ header: { typ: 'REPRINT-LICENCE+JWT' } }), 'wrong-type'],
    ['no algorithm', forge({ header: { alg: undefined } }), 'algorithm-refused'],
    ['"none"', `${part({ ...HEADER, alg: 'none' })}.${part(CLAIMS)}.`, 'algorithm-refused'],
    ['"None"', `${part({ ...HEADER, alg: 'None' })}.${part(CLAIMS)}.`, 'algorithm-refused'],
    ['HS256 with the public key as its secret', `${hs256}.${mac}`, 'algorithm-refused'],
    ['ES384', forge({ header: { alg: 'ES384' } }), 'algorithm-refused'],
    ['a list of algorithms', forge({ header: { alg: ['ES256'] } }), 'algorithm-refused'],
    ['an unknown extension', forge({ header: { crit: ['x'], x: 1 } }), 'critical-header'],
    ['an extension that says nothing', forge({ header: { crit: [] } }), 'critical-header'],
    [
      'a payload that is not encoded',
      forge({ header: { crit: ['b64'], b64: true } }),
      'critical-header',
    ],
    ['no key id', forge({ header: { kid: undefined } }), 'unknown-key'],
    ['a foreign key id', forge({ header: { kid: other.kid } }, other.privateKey), 'unknown-key'],
    ['a key id that is a list', forge({ header: { kid: [KEY.kid] } }), 'unknown-key'],
    ['the name of a built-in', forge({ header: { kid: '__proto__' } }), 'unknown-key'],
    ['another key under our id', forge({}, other.privateKey), 'signature-invalid'],
    ['no signature', `${part(HEADER)}.${part(CLAIMS)}.`, 'signature-invalid'],
    ['a short signature', `${part(HEADER)}.${part(CLAIMS)}.AAAA`, 'signature-invalid'],
    [
      'a signature of zeros',
      `${part(HEADER)}.${part(CLAIMS)}.${Buffer.alloc(64).toString('base64url')}`,
      'signature-invalid',
    ],
  ])('%s', async (_what, token, expected) => {
    expect(await code(token)).toBe(expected);
  });

  test.each([
    ['jwk', { jwk: other.jwk }],
    ['jku', { jku: 'https://evil.example/jwks.json' }],
    ['x5c', { x5c: ['MIIB'] }],
    ['x5u', { x5u: 'https://evil.example/x5u' }],
  ])('a key that the token brings along as %s is ignored', async (_what, header) => {
    expect(await code(forge({ header }, other.privateKey))).toBe('signature-invalid');
    expect(await code(forge({ header: { ...header, kid: undefined } }, other.privateKey))).toBe(
      'unknown-key',
    );
    expect(await code(forge({ header }))).toBe('valid');
  });
});

describe('the signed string', () => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

  test('an altered payload', async () => {
    const [header, , signature] = forge().split('.');
    const payload = part({ ...CLAIMS, exp: CLAIMS.exp + 1 });
    expect(await code(`${header}.${payload}.${signature}`)).toBe('signature-invalid');
  });

  test('a last character altered in its unused bits is the same licence, by its jti', async () => {
    const token = forge();
    const last = alphabet.indexOf(token.at(-1) ?? '');
    const altered = token.slice(0, -1) + alphabet.charAt(last ^ 1);
    expect(altered).not.toBe(token);
    expect(await judge(altered)).toMatchObject({ valid: true, claims: { jti: CLAIMS.jti } });
  });

  test('a last character altered in its used bits is a forgery', async () => {
    const token = forge();
    const last = alphabet.indexOf(token.at(-1) ?? '');
    expect(await code(token.slice(0, -1) + alphabet.charAt(last ^ 32))).toBe('signature-invalid');
  });
});
