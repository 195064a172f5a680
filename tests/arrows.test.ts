import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Arrow {
  file: string;
  may: readonly string[];
  mayNot: readonly string[];
}

interface Report {
  diagnostics: { location: { path: string; start: { line: number } } }[];
}

const arrows: readonly Arrow[] = [
  { file: 'src/start.ts', may: ['../workers/a.ts', './queue/a.ts', './http/a.ts'], mayNot: [] },
  {
    file: 'src/config.ts',
    may: ['zod', './domain/a.ts'],
    mayNot: ['../workers/a.ts', './services/a.ts', './http/a.ts', './queue/a.ts'],
  },
  {
    file: 'src/domain/terms.ts',
    may: ['./use.ts', './policy/decide.ts'],
    mayNot: ['zod', 'node:crypto', '../config.ts', '../db/a.ts'],
  },
  {
    file: 'src/domain/policy/decide.ts',
    may: ['./match.ts', '../use.ts'],
    mayNot: ['zod', '../../config.ts', '../../db/a.ts'],
  },
  {
    file: 'src/intake/take-in.ts',
    may: ['../domain/a.ts', 'node:crypto'],
    mayNot: ['node:fs/promises', '../services/a.ts', '../db/a.ts', '../http/a.ts', 'bullmq'],
  },
  {
    file: 'src/formats/html.ts',
    may: ['../domain/a.ts', '../intake/a.ts'],
    mayNot: ['undici', '../services/a.ts', '../db/a.ts', '../queue/a.ts', '../context.ts'],
  },
  {
    file: 'src/changes/compare-versions.ts',
    may: ['../domain/a.ts', '../intake/a.ts', 'diff'],
    mayNot: ['node:fs', '../services/a.ts', '../db/a.ts', '../http/a.ts', '../context.ts'],
  },
  {
    file: 'src/verifier/verify.ts',
    may: ['jose', 'node:crypto', 'node:zlib', './log/note.ts'],
    mayNot: ['zod', 'jsonwebtoken', '../domain/a.ts', '../security/a.ts', 'node:http'],
  },
  {
    file: 'src/verifier/log/note.ts',
    may: ['node:crypto', './hash.ts', '../verdict.ts', '../keys/key-ring.ts'],
    mayNot: ['../../domain/a.ts', '../../audit/a.ts', '../../config.ts', 'node:fs'],
  },
  {
    file: 'src/audit/tiles.ts',
    may: ['../verifier/log/a.ts', '../domain/a.ts', 'node:crypto'],
    mayNot: ['../db/a.ts', '../services/a.ts', '../context.ts', 'node:fs', 'node:https'],
  },
  {
    file: 'src/metrics/counts.ts',
    may: ['prom-client', '../domain/a.ts', './metrics.ts'],
    mayNot: ['../db/a.ts', '../services/a.ts', '../context.ts', 'node:http', 'express'],
  },
  {
    file: 'src/receiver/take-delivery.ts',
    may: ['node:crypto', 'node:http', 'node:fs/promises', 'node:path', './parse.ts'],
    mayNot: ['express', 'jose', '../domain/a.ts', '../verifier/a.ts', 'node:net', 'zod'],
  },
  {
    file: 'src/mail/send-mail.ts',
    may: ['nodemailer', '../domain/a.ts'],
    mayNot: ['../db/a.ts', '../services/a.ts', '../http/a.ts', 'bullmq'],
  },
  {
    file: 'src/cli/verify.ts',
    may: ['../verifier/a.ts', '../services/a.ts', '../db/a.ts', 'node:fs/promises'],
    mayNot: ['../http/a.ts', '../queue/a.ts', '../../workers/a.ts', 'express'],
  },
  {
    file: 'src/audit/tile.ts',
    may: ['../domain/a.ts', '../verifier/log/index.ts'],
    mayNot: ['node:fs', '../services/a.ts', '../db/a.ts', '../http/a.ts', '../context.ts'],
  },
  {
    file: 'src/channels/webhook.ts',
    may: ['../domain/a.ts', '../security/egress/a.ts', 'zod'],
    mayNot: ['undici', 'node:https', 'node:dns/promises', '../services/a.ts', '../context.ts'],
  },
  {
    file: 'src/security/egress/index.ts',
    may: ['undici', 'node:dns/promises', '../../domain/a.ts'],
    mayNot: ['../../db/a.ts', '../../services/a.ts', 'express', 'ioredis'],
  },
  {
    file: 'src/db/articles.ts',
    may: ['kysely', 'pg', '../domain/a.ts'],
    mayNot: ['../services/a.ts', '../http/a.ts', '../queue/a.ts', 'express'],
  },
  {
    file: 'src/queue/redis-backend.ts',
    may: ['bullmq', 'ioredis'],
    mayNot: ['../services/a.ts', '../http/a.ts', '../../workers/a.ts'],
  },
  {
    file: 'src/services/kill-article.ts',
    may: [
      '../db/a.ts',
      '../intake/a.ts',
      '../channels/a.ts',
      '../formats/a.ts',
      '../security/a.ts',
    ],
    mayNot: ['../http/a.ts', '../queue/a.ts', '../../workers/a.ts', 'express', 'bullmq', 'ioredis'],
  },
  {
    file: 'src/http/routes/articles.ts',
    may: ['../../services/a.ts', '../../domain/a.ts', 'express', 'zod'],
    mayNot: ['../../db/a.ts', '../../queue/a.ts', '../../../workers/a.ts', 'kysely', 'bullmq'],
  },
  {
    file: 'workers/deliver.ts',
    may: ['../src/services/a.ts', '../src/queue/a.ts', 'bullmq'],
    mayNot: ['../src/http/a.ts', '../src/db/a.ts', 'express'],
  },
];

const root = fileURLToPath(new URL('..', import.meta.url));
let directory = '';
let report: Report;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'imprimatur-arrows-'));
  await copyFile(join(root, 'biome.json'), join(directory, 'biome.json'));
  await Promise.all(arrows.map(plant));
  report = await lint();
});

afterAll(() => rm(directory, { recursive: true, force: true }));

test.each(arrows)('the linter knows what $file may import', (arrow) => {
  const found = report.diagnostics.filter(({ location }) => location.path === arrow.file);
  const refused = new Set(found.map(({ location }) => importsOf(arrow)[location.start.line - 1]));
  expect([...refused].sort()).toEqual([...arrow.mayNot].sort());
});

function importsOf({ may, mayNot }: Arrow): string[] {
  return [...may, ...mayNot];
}

async function plant(arrow: Arrow): Promise<void> {
  const path = join(directory, arrow.file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(
    path,
    importsOf(arrow)
      .map((name) => `import '${name}';\n`)
      .join(''),
  );
}

/** What biome finds; its exit code says no more than that it found something. */
function lint(): Promise<Report> {
  const program = join(root, 'node_modules/.bin/biome');
  const args = ['lint', '--only=style/noRestrictedImports', '--reporter=json'];
  return new Promise((resolve) => {
    execFile(program, [...args, '--max-diagnostics=none'], { cwd: directory }, (_, stdout) =>
      resolve(JSON.parse(stdout)),
    );
  });
}
