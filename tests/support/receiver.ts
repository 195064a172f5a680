import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { startLocalServer } from './local-server.ts';

/** What a webhook carries, as an outlet's programmer reads it in the documentation. */
export interface Envelope {
  type: string;
  placement: string;
  seq: number;
  operation: 'upsert' | 'withdraw';
  reason?: string;
  article: { id: string; version: number; headline: string };
  licence: { id: string; token: string };
  footer: { text: string };
  content?: { mediaType: string; text: string };
}

export interface Delivery extends Envelope {
  /** Epoch milliseconds. */
  at: number;
  /** Whether it was newer than what the outlet had, and so took effect. */
  applied: boolean;
}

/**
 * How the outlet answers. `hang` and `drop` take the delivery in first and then never say so: for
 * the sender the outcome is unknown.
 */
export type Manner =
  | { kind: 'accept'; afterMs?: number }
  | { kind: 'status'; status: number; retryAfterSeconds?: number; body?: string }
  | { kind: 'hang' }
  | { kind: 'drop' };

/** An outlet's own system: checks signatures, and ignores what is not newer than what it has. */
export interface Receiver {
  url: string;
  /** Everything that came, genuine or not worth applying. */
  deliveries: Delivery[];
  /** What was wrong with messages that it did not trust. */
  faults: string[];
  /** The secret that messages to it are signed with from now on. */
  trust(secret: string): void;
  behave(manner: Manner): void;
  /** What took effect for an article, in order. */
  applied(article: string): Delivery[];
  /** What stands there now. */
  standing(article: string): Delivery | undefined;
  close(): Promise<void>;
}

export async function startReceiver(): Promise<Receiver> {
  const server = await startLocalServer();
  const secrets: string[] = [];
  const deliveries: Delivery[] = [];
  const faults: string[] = [];
  const newest = new Map<string, number>();
  let manner: Manner = { kind: 'accept' };

  function take(envelope: Envelope): void {
    const applied = envelope.seq > (newest.get(envelope.placement) ?? 0);
    if (applied) newest.set(envelope.placement, envelope.seq);
    deliveries.push({ ...envelope, at: Date.now(), applied });
  }
  server.answer((response) => {
    const received = server.received.pop();
    const fault = received ? faultOf(received, secrets) : 'nothing came';
    if (fault || !received) {
      faults.push(fault);
      response.writeHead(400).end();
      return;
    }
    if (manner.kind !== 'status' || manner.status < 300)
      take(JSON.parse(received.body) as Envelope);
    reply(response, manner);
  });

  const applied = (article: string) =>
    deliveries.filter((delivery) => delivery.applied && delivery.article.id === article);
  return {
    url: `${server.url}/imprimatur`,
    deliveries,
    faults,
    applied,
    standing: (article) => applied(article).at(-1),
    trust: (secret) => void secrets.push(secret),
    behave: (next) => {
      manner = next;
    },
    close: server.close,
  };
}

function reply(response: ServerResponse, manner: Manner): void {
  if (manner.kind === 'drop') response.destroy();
  if (manner.kind === 'accept') setTimeout(() => response.writeHead(204).end(), manner.afterMs);
  if (manner.kind !== 'status') return;
  const { status, retryAfterSeconds, body } = manner;
  if (retryAfterSeconds !== undefined) response.setHeader('retry-after', retryAfterSeconds);
  response.writeHead(status).end(body);
}

const TOLERANCE_SECONDS = 300;

/** Standard Webhooks 1.0, written from its text: empty when the message can be trusted. */
function faultOf(
  { headers, body }: { headers: IncomingHttpHeaders; body: string },
  secrets: readonly string[],
): string {
  const id = String(headers['webhook-id']);
  const seconds = Number(headers['webhook-timestamp']);
  if (!(Math.abs(Date.now() / 1000 - seconds) < TOLERANCE_SECONDS)) return 'too old or too new';
  const given = String(headers['webhook-signature']).split(' ');
  const known = secrets.map((secret) => signatureOf(secret, `${id}.${seconds}.${body}`));
  if (!known.some((own) => given.some((other) => same(own, other)))) return 'wrong signature';
  const { placement, seq } = JSON.parse(body) as Envelope;
  if (id !== `${placement}_${seq}` || headers['idempotency-key'] !== id) return 'wrong id';
  return '';
}

function signatureOf(secret: string, content: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return `v1,${createHmac('sha256', key).update(content).digest('base64')}`;
}

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
