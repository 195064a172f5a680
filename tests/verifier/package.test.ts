import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { LicenceClaims as OurClaims } from '../../src/domain/claims.ts';
import { MEDIA as OUR_MEDIA } from '../../src/domain/media.ts';
import type { KeyState as OurKeyState } from '../../src/domain/signing-keys.ts';
import {
  EDIT_LEVELS as OUR_EDIT_LEVELS,
  IMAGE_LEVELS as OUR_IMAGE_LEVELS,
} from '../../src/domain/use.ts';
import {
  EDIT_LEVELS,
  IMAGE_LEVELS,
  KEY_STATES,
  type KeyState,
  type LicenceClaims,
  MEDIA,
  VERDICT_CODES,
} from '../../src/verifier/index.ts';
import { CLAIMS } from './samples.ts';

const root = new URL('../../', import.meta.url);

test('what we write into a licence is what a reader expects there', () => {
  const ours: OurClaims = CLAIMS;
  const read: LicenceClaims = ours;
  expect(read).toBe(ours);
  expect([MEDIA, EDIT_LEVELS, IMAGE_LEVELS]).toEqual([
    OUR_MEDIA,
    OUR_EDIT_LEVELS,
    OUR_IMAGE_LEVELS,
  ]);
  const states: readonly OurKeyState[] = KEY_STATES satisfies readonly KeyState[];
  expect(states).toHaveLength(5);
});

test('the verifier stands on jose and what Node brings along, and on nothing of the server', () => {
  const folder = new URL('src/verifier/', root);
  const files = readdirSync(folder, { recursive: true }).map(String);
  const imports = files
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [
      ...readFileSync(new URL(file, folder), 'utf8').matchAll(/from '([^'.][^']*)'/g),
    ])
    .map(([, name]) => name);
  expect([...new Set(imports)].sort()).toEqual(['jose', 'node:crypto', 'node:zlib']);
});

test('whoever installs the package imports the verifier by its own name', async () => {
  const program =
    "const { verifyLicence, openKeyRing, VERDICT_CODES } = await import('imprimatur/verifier');" +
    'const options = { issuer: "x", keys: await openKeyRing([]), now: 0 };' +
    'console.log(JSON.stringify([(await verifyLicence("x", options)).code, VERDICT_CODES.length]));';
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', program], {
    cwd: fileURLToPath(root),
  });
  expect(JSON.parse(stdout)).toEqual(['malformed', VERDICT_CODES.length]);
  const { exports } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
  const types = readFileSync(new URL(exports['./verifier'].types, root), 'utf8');
  expect(types).toContain('verifyLicence');
});
