import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { run } from '../../src/cli/verify.ts';
import { insertKey } from '../../src/db/signing-keys.ts';
import { generateSigningKey, type SigningKeyPair } from '../../src/security/signing-keys.ts';
import {
  type LicenceBundle,
  openKeyRing,
  readKeySet,
  verifyLicence,
} from '../../src/verifier/index.ts';
import { forgery, type LicenceAttack, licenceAttacks } from '../support/licence-attacks.ts';
import { addOutlet, askForLicence, type Licence, type Outlet, publish } from '../support/seed.ts';
import { type ServedApp, serveApp } from '../support/served-app.ts';

const HOUR = 3_600_000;
let app: ServedApp;
let outlet: Outlet;
let licence: Licence;
let bundle: LicenceBundle;
let attacks: LicenceAttack[];
let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'imprimatur-faces-'));
  app = await serveApp();
  outlet = await addOutlet(app.admin, app.url);
  licence = await askForLicence(outlet.api, await publish(app.admin));
  await app.seal();
  const { active, log } = app.ctx.keys;
  attacks = [
    ...licenceAttacks({ token: licence.token, active, log }),
    ['a key that had retired', await signedBy('retired'), 'key-retired'],
    ['a key that was archived', await signedBy('archived'), 'key-retired'],
    ['a key that somebody else may hold', await signedBy('compromised'), 'key-compromised'],
  ];
  bundle = (await outlet.api.get<LicenceBundle>(`/v1/licences/${licence.id}/bundle`)).body;
});
afterAll(async () => {
  await app.close();
  await rm(directory, { recursive: true });
});

/** The licence as one of our former keys would sign it now. */
async function signedBy(state: 'retired' | 'archived' | 'compromised'): Promise<string> {
  const key = generateSigningKey('licence');
  const then = new Date(Date.now() - HOUR);
  const times = { published_at: then, activates_at: then, activated_at: then };
  await insertKey(app.ctx.db, {
    ...{ kid: key.kid, purpose: 'licence', state, ...times },
    public_jwk: JSON.stringify(key.jwk),
    private_key: state === 'retired' ? 'sealed' : null,
    ...(state === 'compromised' ? { compromised_at: then } : { retired_at: then }),
  });
  await app.ctx.keys.reload();
  return resigned(key);
}

function resigned(key: SigningKeyPair): string {
  const [header, claims] = licence.token
    .split('.')
    .slice(0, 2)
    .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()));
  return forgery(key.privateKey, { ...header, kid: key.kid }, claims);
}

/** The four ways to ask, each with the code that it answers. */
const FACES: Record<string, (token: string) => Promise<string>> = {
  'the module': async (token) => {
    const keys = await openKeyRing(readKeySet(bundle.keys) ?? []);
    const options = { issuer: bundle.issuer, keys, now: Date.now() };
    return (await verifyLicence(token, { ...options, standing: () => ({ state: 'active' }) })).code;
  },
  'POST /v1/verify': async (token) =>
    (await app.admin.post<{ code: string }>('/v1/verify', { token }, { status: 200 })).body.code,
  'the page': async (token) => {
    const body = new URLSearchParams({ licence: token });
    const page = await (await fetch(`${app.url}/verify`, { method: 'POST', body })).text();
    return /<code>([a-z-]+)<\/code>/.exec(page)?.[1] ?? page;
  },
  'the command': async (token) => {
    const { out } = await command(JSON.stringify({ ...bundle, token }), '--json');
    return JSON.parse(out).code;
  },
};

async function command(content: string, ...more: string[]) {
  const said: Record<'out' | 'err', string[]> = { out: [], err: [] };
  const file = join(directory, 'given.licence.json');
  await writeFile(file, content);
  const code = await run([file, ...more], {
    out: (line) => void said.out.push(line),
    err: (line) => void said.err.push(line),
    env: {},
  });
  return { code, out: said.out.join('\n'), err: said.err.join('\n') };
}

describe.each(Object.entries(FACES))('%s', (_name, ask) => {
  test('calls a licence in force valid', async () => {
    expect(await ask(licence.token)).toBe('valid');
  });

  test('answers every attack with its own code', async () => {
    const answers: (readonly [string, string])[] = [];
    for (const [attack, token] of attacks) answers.push([attack, await ask(token)]);
    expect(answers).toEqual(attacks.map(([attack, , code]) => [attack, code]));
  });
});

test('a library that we did not write verifies the licence by the published keys', async () => {
  const keys = createRemoteJWKSet(new URL(`${app.url}/.well-known/jwks.json`));
  const { payload } = await jwtVerify(licence.token, keys, {
    typ: 'reprint-licence+jwt',
    issuer: app.ctx.config.publicUrl,
    audience: 'https://courier.example',
  });
  expect(payload.jti).toBe(`urn:uuid:${licence.id}`);
});
