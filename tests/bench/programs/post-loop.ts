import { Pool } from 'undici';
import { makeWebhookSecret, signWebhook } from '../../../src/channels/webhook-signature.ts';
import { inputOf, say } from './parent.ts';

/** The least that delivers: the same bytes, signed and posted. */
export interface PostLoopInput {
  origin: string;
  body: string;
  connections: number;
  count: number;
}

const { origin, body, connections, count } = inputOf<PostLoopInput>();
const pool = new Pool(origin, { connections, pipelining: 1 });
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
  const reply = await pool.request({ method: 'POST', path: '/', headers, body });
  await reply.body.dump();
}

let sent = 0;
async function client(): Promise<void> {
  while (sent < count) await post(sent++);
}

const startedAt = performance.now();
await Promise.all(Array.from({ length: connections }, client));
say({ perSecond: (count * 1000) / (performance.now() - startedAt) });
