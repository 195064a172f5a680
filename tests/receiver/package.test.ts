import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = new URL('../../', import.meta.url);

test('the receiver stands on what Node brings along, and on nothing of the server', () => {
  const folder = new URL('src/receiver/', root);
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));
  const imports = files
    .flatMap((file) => [
      ...readFileSync(new URL(file, folder), 'utf8').matchAll(/from '([^'.][^']*)'/g),
    ])
    .map(([, name]) => String(name));
  expect(imports.length).toBeGreaterThan(0);
  const foreign = imports.filter((name) => !builtinModules.includes(name.replace('node:', '')));
  expect(foreign).toEqual([]);
});

test('whoever installs the package imports the receiver by its own name', async () => {
  const program =
    "const { keysOf, judge } = await import('imprimatur/receiver');" +
    'const keys = keysOf(["whsec_" + Buffer.alloc(32, 1).toString("base64")]);' +
    'console.log(judge({ headers: {}, body: Buffer.from("") }, keys, 0));';
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', program], {
    cwd: fileURLToPath(root),
  });
  expect(stdout.trim()).toBe('unsigned');
  const { exports } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
  const types = readFileSync(new URL(exports['./receiver'].types, root), 'utf8');
  expect(types).toContain('openReceiver');
});
