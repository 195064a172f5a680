import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { readConfig } from '../src/config.ts';

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const has = (path: string) => existsSync(new URL(`../${path}`, import.meta.url));
const manifest = JSON.parse(read('package.json'));
/** The shell that npm starts gives way to the service, so that npm's SIGTERM reaches it. */
const [, embeddedFlag, startProgram] =
  /^\[ "\$DATABASE_URL" \] \|\| young=(\S+); exec node \$young (\S+)$/.exec(
    manifest.scripts.start,
  ) ?? [];

/** The variables that src/config.ts reads. */
const variables = [...read('src/config.ts').matchAll(/^ {2}([A-Z_]+): /gm)].map(([, name]) => name);

test('package-lock.json names the packages of every platform, or npm ci refuses it', () => {
  const { packages } = JSON.parse(read('package-lock.json'));
  const entries = Object.entries<{ optionalDependencies?: object }>(packages);
  const absent = entries.flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`],
    ),
  );
  expect(absent).toEqual([]);
});

describe('Dockerfile', () => {
  const dockerfile = read('Dockerfile');
  const lines = (instruction: string) =>
    dockerfile
      .split('\n')
      .filter((line) => line.startsWith(`${instruction} `))
      .map((line) => line.slice(instruction.length + 1));
  const environment = Object.fromEntries(
    lines('ENV').flatMap((line) => line.split(' ').map((pair) => pair.split('='))),
  );

  test('runs what npm start runs alone, without a shell that would swallow SIGTERM', () => {
    const [command] = lines('CMD').map((line) => JSON.parse(line));
    expect(command).toEqual(['node', embeddedFlag, startProgram]);
  });

  test('runs a file that the build makes', () => {
    const { outDir, rootDir } = JSON.parse(read('tsconfig.json')).compilerOptions;
    expect([outDir, rootDir]).toEqual(['dist', '.']);
    const [compile, ...further] = manifest.scripts.build.split(' && ');
    expect(compile).toBe('tsc -p .');
    for (const step of further)
      expect(step).toMatch(/^(tsc -p src\/(verifier|receiver)|node dist\/[\w/-]+\.js)$/);
    expect(has(String(startProgram).replace(/^dist\/(.*)\.js$/, '$1.ts'))).toBe(true);
  });

  test('builds every stage on one long-term release that the engines field allows', () => {
    const releases = new Set(lines('FROM').map((line) => line.match(/^node:(\d+)-/)?.[1]));
    expect(releases.size).toBe(1);
    const [release] = [...releases].map(Number);
    const [, oldest] = manifest.engines.node.match(/^>=(\d+)\./) ?? [];
    expect(release).toBeGreaterThanOrEqual(Number(oldest));
    expect(Number(release) % 2).toBe(0);
  });

  test('copies files that exist and that .dockerignore lets through', () => {
    const allowed = read('.dockerignore').match(/(?<=^!).*$/gm);
    const copied = lines('COPY').filter((line) => !line.startsWith('--from'));
    const sources = new Set(copied.flatMap((line) => line.split(' ').slice(0, -1)));
    expect([...sources].sort()).toEqual(allowed?.sort());
    expect([...sources].filter((source) => !has(source))).toEqual([]);
  });

  test('listens on the port it exposes and keeps its data in the volume it declares', () => {
    const { config } = readConfig(environment);
    expect(config.host).toBe('0.0.0.0');
    expect(lines('EXPOSE')).toEqual([String(config.port)]);
    expect(lines('VOLUME')).toEqual([config.dataDir]);
  });
});

describe('compose.yaml', () => {
  const compose = parse(read('compose.yaml'), { merge: true });
  const ours = Object.values<Service>(compose.services).filter((service) => service.build);
  const SECRETS = { SEAL_KEY: Buffer.alloc(32, 7).toString('base64'), POSTGRES_PASSWORD: 'p4ss' };

  interface Service {
    build?: string;
    command?: string[];
    environment?: Record<string, string | null>;
    ports?: string[];
    volumes?: string[];
  }

  test('hands over every setting but those that the image decides', () => {
    const decided = new Set(['PORT', 'HOST', 'DATA_DIR']);
    const wanted = variables.filter((name) => !decided.has(String(name))).sort();
    expect(ours).toHaveLength(2);
    for (const service of ours) {
      expect(Object.keys(service.environment ?? {}).sort()).toEqual(wanted);
    }
  });

  test('starts the fleet tier once the secrets are there', () => {
    for (const service of ours) {
      const { config, secrets } = readConfig(interpolate(service.environment ?? {}, SECRETS));
      expect(config).toMatchObject({ tier: 'fleet', publicUrl: 'http://localhost:8080' });
      expect(secrets.databaseUrl).toBe('postgres://imprimatur:p4ss@postgres:5432/imprimatur');
    }
  });

  test.each(Object.keys(SECRETS))('refuses to start without %s', (name) => {
    const rest = Object.entries(SECRETS).filter(([secret]) => secret !== name);
    for (const service of ours) {
      const start = () => interpolate(service.environment ?? {}, Object.fromEntries(rest));
      expect(start).toThrow(`${name} is missing`);
    }
  });

  test('opens one port, to this machine only', () => {
    const ports = Object.values<Service>(compose.services).flatMap(
      (service) => service.ports ?? [],
    );
    const { port } = readConfig({}).config;
    expect(ports).toEqual([`127.0.0.1:${port}:${port}`]);
  });

  test('declares each volume it mounts, and never lets Redis evict', () => {
    const services = Object.values<Service>(compose.services);
    const mounted = services.flatMap((service) => service.volumes ?? []);
    const names = new Set(mounted.map((mount) => mount.split(':')[0]));
    expect([...names].sort()).toEqual(Object.keys(compose.volumes).sort());
    expect(compose.services.redis.command.slice(-2)).toEqual(['--maxmemory-policy', 'noeviction']);
  });

  test('runs the program of the image', () => {
    for (const service of ours) {
      expect(service.command?.slice(0, -2).join(' ')).toBe(`node ${startProgram}`);
    }
  });
});

describe('the commands', () => {
  const readme = has('README.md') ? read('README.md') : '';
  const TEST_COMMAND = 'npm ci && npm test';

  test.each(['npm ci && npm run demo', TEST_COMMAND, 'npm ci && npm start'])(
    'README.md shows `%s` in a block of its own',
    (command) => {
      const blocks = [...readme.matchAll(/^```\w*\n([^`]*)\n```$/gm)].map(([, block]) => block);
      expect(blocks).toContain(command);
    },
  );

  test('.ci/run ends with the test command that README.md gives', () => {
    expect(read('.ci/run').trimEnd().split('\n').at(-1)).toBe(TEST_COMMAND);
    accessSync(new URL('../.ci/run', import.meta.url), constants.X_OK);
  });
});

/** What Compose does with `${NAME}`, `${NAME:-default}`, `${NAME:?message}` and an empty value. */
function interpolate(
  environment: Record<string, string | null>,
  given: Record<string, string>,
): Record<string, string | undefined> {
  const fill = (text: string) =>
    text.replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, name, sign, rest) => {
      if (!given[name] && sign === '?') throw new Error(`${name} ${rest}`);
      return given[name] ?? rest ?? '';
    });
  const entries = Object.entries(environment);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, value === null ? given[name] : fill(value)]),
  );
}
