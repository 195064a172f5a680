import { Pool } from 'undici';
import { percentile } from '../statistics.ts';
import { inputOf, say } from './parent.ts';

/** Requests for licences against one server, with so many connections that are kept alive. */
export interface LoadInput {
  origin: string;
  /** Of the outlets that ask, in turn for every article. */
  keys: string[];
  articles: string[];
  /** Which outlet and article to begin with: whoever asks twice is answered with what it has. */
  first: number;
  use: object;
  connections: number;
  /** Not counted: the first requests find cold code and cold connections. */
  warmUp: number;
  count: number;
}

export interface LoadResult {
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
}

const input = inputOf<LoadInput>();
const pool = new Pool(input.origin, { connections: input.connections, pipelining: 1 });
const headers = input.keys.map((key) => ({
  authorization: `Bearer ${key}`,
  'content-type': 'application/json',
}));
const bodies = input.articles.map((articleId) => JSON.stringify({ articleId, use: input.use }));

async function ask(at: number): Promise<void> {
  const body = bodies[at % bodies.length] ?? null;
  const asking = headers[Math.floor(at / bodies.length) % headers.length];
  const request = { method: 'POST', path: '/v1/requests', headers: asking ?? null, body } as const;
  const reply = await pool.request(request);
  const text = await reply.body.text();
  const issued = text.includes('"token"') && !text.includes('"covered"');
  if (reply.statusCode !== 201 || !issued) throw new Error(text);
}

let asked = input.first;

/** Sends `count` requests, on every connection the next as soon as the last is answered. */
async function run(count: number): Promise<number[]> {
  const times: number[] = [];
  const end = asked + count;
  const client = async () => {
    while (asked < end) {
      const startedAt = performance.now();
      await ask(asked++);
      times.push(performance.now() - startedAt);
    }
  };
  await Promise.all(Array.from({ length: input.connections }, client));
  return times;
}

await run(input.warmUp);
const startedAt = performance.now();
const times = await run(input.count);
const seconds = (performance.now() - startedAt) / 1000;
const result: LoadResult = {
  perSecond: times.length / seconds,
  p50Ms: percentile(times, 0.5),
  p99Ms: percentile(times, 0.99),
};
say(result);
