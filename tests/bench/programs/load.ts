import { Pool } from 'undici';
import { percentile } from '../statistics.ts';
import { inputOf, say } from './parent.ts';

/** Requests for licences against one server, with so many connections that are kept alive. */
export interface LoadInput {
  origin: string;
  key: string;
  articles: string[];
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
const headers = { authorization: `Bearer ${input.key}`, 'content-type': 'application/json' };
const bodies = input.articles.map((articleId) => JSON.stringify({ articleId, use: input.use }));

async function ask(at: number): Promise<void> {
  const body = bodies[at % bodies.length] ?? null;
  const reply = await pool.request({ method: 'POST', path: '/v1/requests', headers, body });
  const text = await reply.body.text();
  if (reply.statusCode !== 201 || !text.includes('"token"')) throw new Error(text);
}

/** Sends `count` requests, on every connection the next as soon as the last is answered. */
async function run(count: number): Promise<number[]> {
  const times: number[] = [];
  let sent = 0;
  const client = async () => {
    while (sent < count) {
      const startedAt = performance.now();
      await ask(sent++);
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
