import fc from 'fast-check';
import { createEgress, EgressBlocked } from '../../../src/security/egress/index.ts';
import { SPELLINGS } from './spellings.ts';

const egress = createEgress({
  allow: [],
  resolve: async (host) => {
    throw new Error(`the guard asked for ${host}`);
  },
});
const post = { method: 'POST', headers: {}, body: '{}' } as const;

afterAll(() => egress.close());

test.each(SPELLINGS)('refuses %s on save and on sending', async (url) => {
  expect(egress.inspect(url)?.code).toBe('address-not-allowed');
  expect(await egress.inspectResolved(url)).toMatchObject({ code: 'address-not-allowed' });
  await expect(egress.request({ url, ...post })).rejects.toMatchObject({
    name: 'EgressBlocked',
    code: 'address-not-allowed',
  });
});

const byte = fc.integer({ min: 0, max: 255 });
const privateIPv4 = fc.oneof(
  fc.tuple(fc.constantFrom(0, 10, 127, 224, 239, 240, 255), byte, byte, byte),
  fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), byte, byte),
  fc.tuple(fc.constant(192), fc.constant(168), byte, byte),
  fc.tuple(fc.constant(169), fc.constant(254), byte, byte),
  fc.tuple(fc.constant(100), fc.integer({ min: 64, max: 127 }), byte, byte),
  fc.tuple(fc.constant(198), fc.constantFrom(18, 19), byte, byte),
);

type Quad = [number, number, number, number];
const dotted = (quad: number[]) => quad.join('.');
const number = ([a, b, c, d]: Quad) => ((a * 256 + b) * 256 + c) * 256 + d;
const groups = (value: number) => `${(value >>> 16).toString(16)}:${(value % 65_536).toString(16)}`;
const SPELL: ((quad: Quad) => string)[] = [
  dotted,
  (quad) => `${dotted(quad)}.`,
  (quad) => String(number(quad)),
  (quad) => `0x${number(quad).toString(16)}`,
  (quad) => `0${number(quad).toString(8)}`,
  (quad) => quad.map((part) => `0${part.toString(8)}`).join('.'),
  (quad) => quad.map((part) => `0X${part.toString(16)}`).join('.'),
  (quad) => quad.map((part, i) => (i % 2 ? `00${part.toString(8)}` : part)).join('.'),
  ([a, ...rest]) => `${a}.${number([0, ...rest])}`,
  ([a, b, ...rest]) => `${a}.${b}.${number([0, 0, ...rest])}`,
  (quad) => dotted(quad).replaceAll('.', '%2E'),
  (quad) => dotted(quad).replace(/\d/g, (digit) => `%3${digit}`),
  (quad) => dotted(quad).replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d))),
  (quad) => dotted(quad).replaceAll('.', '。'),
  (quad) => `[::ffff:${dotted(quad)}]`,
  (quad) => `[::FFFF:${groups(number(quad))}]`,
  (quad) => `[0:0:0:0:0:ffff:${groups(number(quad))}]`,
  (quad) => `[::${dotted(quad)}]`,
  (quad) => `[::ffff:0:${dotted(quad)}]`,
  (quad) => `[64:ff9b::${dotted(quad)}]`,
  (quad) => `[2002:${groups(number(quad))}::1]`,
];

const group = fc.integer({ min: 0, max: 0xffff });
const privateIPv6 = fc
  .tuple(
    fc.oneof(fc.integer({ min: 0xfc00, max: 0xffff }), fc.integer({ min: 0xfe80, max: 0xfeff })),
    fc.array(group, { minLength: 7, maxLength: 7 }),
  )
  .map(([first, rest]) => [first, ...rest]);
const SPELL_IPV6: ((parts: number[]) => string)[] = [
  (parts) => parts.map((part) => part.toString(16)).join(':'),
  (parts) => parts.map((part) => part.toString(16).toUpperCase().padStart(4, '0')).join(':'),
  (parts) => `${parts[0]?.toString(16)}::${parts[7]?.toString(16)}`,
  (parts) => `${parts[0]?.toString(16)}::`,
  (parts) => `${parts[0]?.toString(16)}::10.0.0.${(parts[1] ?? 0) % 256}`,
];

const generatedUrls = fc
  .oneof(
    fc.tuple(privateIPv4, fc.constantFrom(...SPELL)).map(([quad, spell]) => spell(quad)),
    fc.tuple(privateIPv6, fc.constantFrom(...SPELL_IPV6)).map(([ip, spell]) => `[${spell(ip)}]`),
  )
  .map((host) => `https://${host}/hook`);

test('refuses every private address in every spelling, on save and on sending', async () => {
  await fc.assert(
    fc.asyncProperty(generatedUrls, async (url) => {
      expect(egress.inspect(url)?.code).toBe('address-not-allowed');
      await expect(egress.request({ url, ...post })).rejects.toBeInstanceOf(EgressBlocked);
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ['http://outlet.example/hook', 'scheme-not-allowed'],
  ['http://1.1.1.1/hook', 'scheme-not-allowed'],
  ['ftp://outlet.example/hook', 'scheme-not-allowed'],
  ['file:///etc/passwd', 'scheme-not-allowed'],
  ['javascript:alert(1)', 'scheme-not-allowed'],
  ['https://outlet.example:8443/hook', 'port-not-allowed'],
  ['https://outlet.example:80/hook', 'port-not-allowed'],
  ['https://1.1.1.1:22/', 'port-not-allowed'],
  ['https://user@outlet.example/', 'userinfo-not-allowed'],
  ['https://:pass@outlet.example/', 'userinfo-not-allowed'],
  ['https://outlet.example@127.0.0.1/', 'userinfo-not-allowed'],
  ['', 'url-malformed'],
  ['outlet.example/hook', 'url-malformed'],
  ['https://', 'url-malformed'],
  ['https://[fe80::1%25eth0]/', 'url-malformed'],
  ['https://256.256.256.256/', 'url-malformed'],
  ['https://127.0.0.1%00/', 'url-malformed'],
  ['https://outlet.example/\u0000', 'url-malformed'],
  [' https://outlet.example/', 'url-malformed'],
  ['https://127.0.\n0.1/', 'url-malformed'],
])('refuses %p: %s, and says what to do', async (url, code) => {
  const refusal = egress.inspect(url);
  expect(refusal?.code).toBe(code);
  expect(refusal?.message).toMatch(/^[A-Z].*\.$/);
  await expect(egress.request({ url, ...post })).rejects.toMatchObject({ code });
});

test.each(['https://outlet.example/', 'https://outlet.example:443/a?b', 'https://1.1.1.1/'])(
  'lets pass %s',
  (url) => {
    expect(egress.inspect(url)).toBeNull();
  },
);
