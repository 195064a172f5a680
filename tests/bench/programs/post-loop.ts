import { Pool } from 'undici';
import { makeWebhookSecret, signWebhook } from '../../../src/channels/webhook-signature.ts';
import { inputOf, say } from './parent.ts';

/** The least that delivers: the same bytes, signed and posted to each origin in turn. */
export interface PostLoopInput {
  origins: string[];
  body: string;
  /** Posts under way at once. */
  concurrency: number;
  count: number;
  /** PEM of whom to trust; absent: plain HTTP. */
  ca?: string | undefined;
}

export interface PostLoopResult {
  perSecond: number;
  ms: number;
}

const { origins, body, concurrency, count, ca } = inputOf<PostLoopInput>();
const connect = ca === undefined ? {} : { ca };
const pools = origins.map((origin) => new Pool(origin, { connect, pipelining: 1 }));
const secret = makeWebhookSecret((bytes) => Buffer.alloc(bytes, 7));

async function post(at: number): Promise<void> {
  const id = `raw-${at}`;
  const seconds = Math.floor(Date.now() / 1000);
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': signWebhook([secret], id, seconds, body),
  };
  const reply = await pools[at % pools.length]?.request({
    ...{ method: 'POST', path: '/', headers, body },
  });
  await reply?.body.dump();
}

let sent = 0;
async function client(): Promise<void> {
  while (sent < count) await post(sent++);
}

const startedAt = performance.now();
await Promise.all(Array.from({ length: concurrency }, client));
const ms = performance.now() - startedAt;
say({ perSecond: (count * 1000) / ms, ms } satisfies PostLoopResult);
