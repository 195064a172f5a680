import type { LicenceBundle } from '../../../src/verifier/index.ts';
import { openDesk, type VerifyDesk } from './open-desk.ts';

let desk: VerifyDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const flipped = (word = '') =>
  word.slice(0, -9) + (word.at(-9) === 'A' ? 'B' : 'A') + word.slice(-8);

test.each<[string, (from: LicenceBundle) => unknown, string]>([
  ['no bundle', () => '{"token":"x"}', 'malformed'],
  ['broken JSON', () => '{', 'malformed'],
  ['another format', (from) => ({ ...from, format: 'x' }), 'malformed'],
  ['a member of another kind', (from) => ({ ...from, terms: 7 }), 'malformed'],
  ['two tokens', (from) => JSON.stringify(from).replace('{', '{"token":"x",'), 'duplicate-members'],
  ['more than is read', (from) => ({ ...from, terms: 'x'.repeat(9 << 20) }), 'too-large'],
  ['an altered token', (from) => ({ ...from, token: flipped(from.token) }), 'signature-invalid'],
  ['no keys', (from) => ({ ...from, keys: {} }), 'unknown-key'],
  ['no status list', ({ status: _, ...rest }) => rest, 'status-unknown'],
  [
    'an altered status list',
    (from) => ({ ...from, status: flipped(from.status) }),
    'status-unknown',
  ],
  ['the licence as its status list', (from) => ({ ...from, status: from.token }), 'status-unknown'],
  ['other terms', (from) => ({ ...from, terms: `${from.terms} ` }), 'terms-disagree'],
  [
    'an altered event',
    (from) => ({ ...from, proof: { ...from.proof, payload: '{}' } }),
    'proof-invalid',
  ],
  [
    'a record that knows of a kill before the list does',
    (from) => ({ ...from, record: { state: 'active', articleKilled: true } }),
    'article-killed',
  ],
  [
    'a record that knows of a suspension before the list does',
    (from) => ({ ...from, record: { state: 'suspended' } }),
    'suspended',
  ],
])('a bundle with %s', async (_what, change, code) => {
  const { out } = await desk.verify(change(desk.bundle), '--json');
  expect(JSON.parse(out)).toMatchObject({ valid: false, code });
});
