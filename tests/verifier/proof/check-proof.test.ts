import { generateKeyPairSync } from 'node:crypto';
import { calculateJwkThumbprint } from 'jose';
import { integrityOf, type LicenceProof, openKeyRing } from '../../../src/verifier/index.ts';
import {
  leafOf,
  nodeHash,
  noteKey,
  signNote,
  writeCheckpoint,
  writeTlogProof,
} from '../../../src/verifier/log/index.ts';
import { CLAIMS, forge, judge, KEY, LICENCE } from '../samples.ts';

const ORIGIN = CLAIMS.log.origin;
const TOKEN = forge();
const SALT = Buffer.alloc(16, 7);
const log = generateKeyPairSync('ed25519');
const other = generateKeyPairSync('ed25519');

async function jwkOf(pair: typeof log) {
  const jwk = pair.publicKey.export({ format: 'jwk' });
  return { ...jwk, kid: await calculateJwkThumbprint(jwk), purpose: 'log' };
}

const keys = await openKeyRing([
  { jwk: { ...KEY.jwk }, state: 'active' },
  { jwk: await jwkOf(log), state: 'active' },
]);

const EVENT = {
  type: 'licence.issued',
  subject: { kind: 'licence', id: LICENCE },
  after: { token: integrityOf(TOKEN) },
};

/** A tree of three, in which the event of our licence is the second. */
function proofOf(event: object, { origin = ORIGIN, signer = log, salt = SALT, index = 1 } = {}) {
  const payload = JSON.stringify(event);
  const [first, third] = ['a', 'c'].map((text) => leafOf(salt, text));
  if (!first || !third) throw new Error('there are three leaves');
  const root = nodeHash(nodeHash(first, leafOf(salt, payload)), third);
  const checkpoint = signNote(
    writeCheckpoint({ origin, size: 3, root: Buffer.from(root), extra: [] }),
    noteKey(origin, signer.publicKey),
    signer.privateKey,
  );
  const proof = writeTlogProof({ index, hashes: [first, third], checkpoint });
  return { payload, salt: SALT.toString('base64'), proof };
}

const given = (proof: LicenceProof, token = TOKEN, more = {}) =>
  judge(token, { keys, proof, ...more });

test('a licence that the log holds is valid, and the answer says that it is logged', async () => {
  expect(await given(proofOf(EVENT))).toMatchObject({ valid: true, logged: true });
  expect(await judge(TOKEN)).not.toHaveProperty('logged');
});

test('the tree that follows a restore is the log still', async () => {
  expect(await given(proofOf(EVENT, { origin: `${ORIGIN}/2` }))).toMatchObject({ logged: true });
});

test('a token whose last character is spelled otherwise is the one that was logged', async () => {
  const last = TOKEN.at(-1) ?? '';
  const altered = TOKEN.slice(0, -1) + ({ A: 'B', Q: 'R', g: 'h', w: 'x' }[last] ?? '');
  expect(altered).not.toBe(TOKEN);
  expect(await given(proofOf(EVENT), altered)).toMatchObject({ valid: true, logged: true });
});

const good = proofOf(EVENT);

test.each<[string, LicenceProof]>([
  ['another event', proofOf({ ...EVENT, type: 'licence.revoked' })],
  ['another licence', proofOf({ ...EVENT, subject: { kind: 'licence', id: 'x' } })],
  ['another token', proofOf({ ...EVENT, after: { token: integrityOf('x') } })],
  ['no token', proofOf({ ...EVENT, after: null })],
  ['an event that is no JSON', { ...good, payload: '{' }],
  ['an event that is null', { ...good, payload: 'null' }],
  ['an event spelled otherwise', { ...good, payload: `${good.payload} ` }],
  ['another salt', { ...good, salt: 'AAAA' }],
  ['another place', proofOf(EVENT, { index: 0 })],
  ['a place beyond the tree', proofOf(EVENT, { index: 3 })],
  ['no proof', { ...good, proof: '' }],
  ['a proof without its checkpoint', { ...good, proof: good.proof.split('\n\n')[0] ?? '' }],
  ['a checkpoint of another log', proofOf(EVENT, { origin: 'evil.example/log' })],
  ['a checkpoint of a log that ours begins', proofOf(EVENT, { origin: `${ORIGIN}x` })],
  ['a checkpoint of what lies under ours', proofOf(EVENT, { origin: `${ORIGIN}/x` })],
  ['a checkpoint that somebody else signed', proofOf(EVENT, { signer: other })],
  ['a checkpoint whose size was altered', { ...good, proof: good.proof.replace('\n3\n', '\n4\n') }],
])('%s proves nothing', async (_what, proof) => {
  const verdict = await given(proof);
  expect(verdict).toMatchObject({ valid: false, code: 'proof-invalid', claims: CLAIMS });
  expect(verdict.reason).toMatch(/^[A-Z].*\.$/);
});

test('a key of the log that somebody else may hold proves nothing', async () => {
  const stolen = await openKeyRing([
    { jwk: { ...KEY.jwk }, state: 'active' },
    { jwk: await jwkOf(log), state: 'compromised' },
  ]);
  expect(await given(good, TOKEN, { keys: stolen })).toMatchObject({ code: 'proof-invalid' });
});
