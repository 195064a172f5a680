import type { PostgresServer } from '../../support/servers/index.ts';
import { createDatabase, query } from '../bench-database.ts';
import type { Figure } from '../figure.ts';
import { type GrantedSample, grantSample } from '../granted-sample.ts';
import { type Program, runProgram, startProgram } from '../program.ts';
import type { BareAppInput } from '../programs/bare-app.ts';
import type { LoadInput, LoadResult } from '../programs/load.ts';
import { ASKED_USE, seed } from '../seed.ts';
import { type Service, startService } from '../service.ts';
import { median } from '../statistics.ts';

const CONNECTIONS = [8, 16, 32];
const ROUNDS = 3;
const WARM_UP = 150;
const COUNT = 1000;
const ARTICLES = 50;
/** With the articles as many pairs as are asked for in all rounds, of both services. */
const OUTLETS = 500;
/** What a log line for each request costs is the same at any number of connections. */
const LOGGED_AT = 16;
const ENOUGH = 0.4;
/** Of the rate without a record, the least that the record may leave. */
const RECORDED_ENOUGH = 0.75;

/** The contestants of one run, each by its address. */
interface Origins {
  ours: string;
  logging: string;
  unrecorded: string;
  bare: string;
  unwritten: string;
}
type Name = keyof Origins;

/** Licences a second over HTTP, next to a bare app that signs and writes the same. */
export async function measureIssue(postgres: PostgresServer): Promise<Figure[]> {
  const databaseUrl = await createDatabase(postgres, 'issue');
  const { articles, keys, sample } = await prepare(databaseUrl);
  const bareUrl = await createDatabase(postgres, 'issue_bare', 'issue');
  const unrecordedUrl = await createDatabase(postgres, 'issue_unrecorded', 'issue');
  await query(unrecordedUrl, RECORDS_NOTHING);
  const services = await Promise.all([
    serve(databaseUrl, 'warn'),
    serve(databaseUrl, 'info'),
    serve(unrecordedUrl, 'warn'),
  ]);
  const bare = startProgram('bare-app', { sample, databaseUrl: bareUrl } satisfies BareAppInput);
  const unwritten = startProgram('bare-app', { sample } satisfies BareAppInput);
  const origins = {
    ...{ ours: services[0].origin, logging: services[1].origin, unrecorded: services[2].origin },
    ...{ bare: await originOf(bare), unwritten: await originOf(unwritten) },
  };
  const figures: Figure[] = [];
  const takePairs = pairsOf(articles.length * keys.length);
  for (const connections of CONNECTIONS) {
    figures.push(...(await compare(origins, { articles, keys, connections }, takePairs)));
  }
  await Promise.all([...services, bare, unwritten].map((running) => running.stop()));
  return figures;
}

/** The same service and no record: nothing is written, hashed or left for the log. */
const RECORDS_NOTHING = `
  create or replace function record_events(events jsonb) returns void language sql as $$
    select set_config('app.event_id', '00000000-0000-0000-0000-000000000000', true)
  $$`;

interface Prepared {
  articles: string[];
  keys: string[];
  sample: GrantedSample;
}

/** Fills the database and leaves it with nobody connected, so that it can be copied. */
async function prepare(databaseUrl: string): Promise<Prepared> {
  const service = await serve(databaseUrl, 'warn');
  const { articles, outlets } = await seed(service.api, { articles: ARTICLES, outlets: OUTLETS });
  const [article] = articles;
  const [outlet] = outlets;
  if (!article || !outlet) throw new Error('nothing was put in');
  const sample = await grantSample(service.api, databaseUrl, article, outlet);
  await service.stop();
  return { articles, keys: outlets.map(({ key }) => key), sample };
}

function serve(databaseUrl: string, logLevel: string): Promise<Service> {
  return startService({ DATABASE_URL: databaseUrl, LOG_LEVEL: logLevel }, 'api');
}

async function originOf(program: Program): Promise<string> {
  return (await program.next<{ origin: string }>()).origin;
}

type Load = Pick<LoadInput, 'articles' | 'keys' | 'connections'>;

/** Pairs of an outlet and an article that nobody has asked for; the sample's was the first. */
function pairsOf(all: number): () => number {
  let next = 1;
  return () => {
    const first = next;
    next += WARM_UP + COUNT;
    if (next > all) throw new Error('there are not enough outlets to ask only once each');
    return first;
  };
}

/** Those to whom no pair may be shown twice. */
const ISSUING: ReadonlySet<Name> = new Set(['ours', 'logging', 'unrecorded']);

/** In turns, so that whatever else the machine does falls on all of them. */
async function compare(origins: Origins, load: Load, takePairs: () => number): Promise<Figure[]> {
  const logs = load.connections === LOGGED_AT;
  const names = (Object.keys(origins) as Name[]).filter((name) => name !== 'logging' || logs);
  const seen: Record<Name, LoadResult[]> = {
    ...{ ours: [], logging: [], unrecorded: [] },
    ...{ bare: [], unwritten: [] },
  };
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of names) {
      const first = ISSUING.has(name) ? takePairs() : 0;
      seen[name].push(await loadOn(origins[name], { ...load, first }));
    }
  }
  return figuresOf(seen, load.connections);
}

function loadOn(origin: string, load: Load & { first: number }): Promise<LoadResult> {
  const input: LoadInput = { ...load, origin, use: ASKED_USE, warmUp: WARM_UP, count: COUNT };
  return runProgram<LoadResult>('load', input);
}

function figuresOf(seen: Record<Name, LoadResult[]>, connections: number): Figure[] {
  const rate = (name: Name) => median(seen[name].map(({ perSecond }) => perSecond));
  const times = (name: Name) => ({
    'p50 ms': median(seen[name].map(({ p50Ms }) => p50Ms)),
    'p99 ms': median(seen[name].map(({ p99Ms }) => p99Ms)),
  });
  const title = `licences, ${connections} connections`;
  const unit = 'requests/s';
  const written = { value: rate('bare'), is: 'bare app, one statement' };
  const unwritten = { value: rate('unwritten'), is: 'bare app, nothing written' };
  const ours = { unit, ours: rate('ours'), also: times('ours') };
  const target = { of: 'ratio', atLeast: ENOUGH } as const;
  const figures: Figure[] = [
    { name: title, ...ours, raw: written, target },
    { name: title, unit, ours: rate('ours'), raw: unwritten },
    {
      ...{ name: title, unit, ours: rate('ours') },
      raw: { value: rate('unrecorded'), is: 'ours without a record' },
      target: { of: 'ratio', atLeast: RECORDED_ENOUGH },
    },
  ];
  if (seen.logging.length === 0) return figures;
  const logging = { name: `${title}, log at info`, unit, ours: rate('logging') };
  return [...figures, { ...logging, raw: { value: rate('ours'), is: 'ours at warn' } }];
}
