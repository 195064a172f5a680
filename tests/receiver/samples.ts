import { createHmac, randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import {
  type Delivery,
  type Filed,
  memoryStore,
  openReceiver,
  type Site,
  type Store,
} from '../../src/receiver/index.ts';

export const NOW = Date.UTC(2026, 3, 14, 9, 30);

export function newSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}

export const SECRET = newSecret();

export const PLACEMENT = '0197a6f0-2f4b-7c11-9d3e-5b0c7a1e2d44';
const ARTICLE = '0197a6ee-91d0-7aa8-8f21-3c6d0e9b7f10';

/** A text that is to be put up. */
export function upsert(seq: number, more: Partial<Delivery> = {}): Delivery {
  return {
    type: 'placement.upsert',
    placement: PLACEMENT,
    seq,
    operation: 'upsert',
    article: {
      id: ARTICLE,
      version: seq,
      headline: 'The lock keeper retires',
      canonicalUrl: 'https://canal-times.example/lock-keeper',
      publishedAt: '2026-04-14T08:00:00Z',
      language: 'en',
      publication: 'canal-times',
    },
    licence: { id: '0197a6ef-0d52-7f33-a0c4-6f1d2b3c4e55', token: 'header.payload.signature' },
    footer: { text: '© Canal Times' },
    content: { mediaType: 'text/html', text: `<h1>The lock keeper retires</h1><p>${seq}</p>` },
    ...more,
  };
}

/** The same placement, where the text is to go. */
export function withdraw(seq: number, more: Partial<Delivery> = {}): Delivery {
  const { content: _, ...rest } = upsert(seq);
  const withdrawn = {
    type: 'placement.withdraw',
    operation: 'withdraw',
    reason: 'killed',
  } as const;
  return { ...rest, ...withdrawn, ...more };
}

/** What goes over the wire, signed as the standard says, written from its text. */
export function signed(
  sent: unknown,
  secrets: readonly string[],
  { at = NOW, id = 'msg_1' }: { at?: number; id?: string } = {},
): { headers: IncomingHttpHeaders; body: Buffer } {
  const body = Buffer.from(typeof sent === 'string' ? sent : JSON.stringify(sent));
  const timestamp = String(Math.floor(at / 1_000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
    const content = Buffer.concat([Buffer.from(`${id}.${timestamp}.`), body]);
    return `v1,${createHmac('sha256', key).update(content).digest('base64')}`;
  });
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  };
  return { headers, body };
}

/** An outlet's site that tells what was done to it, in order. */
export interface WatchedSite extends Site {
  done: string[];
  /** What stands there, by placement. */
  pages: Map<string, string>;
  /** The earlier answers that it was given. */
  known: (Filed | undefined)[];
}

/** @param before runs before each change, and may fail or take its time */
export function watchedSite(before: (delivery: Delivery) => Promise<void> = async () => {}) {
  const site: WatchedSite = {
    done: [],
    pages: new Map(),
    known: [],
    async publish(delivery, known) {
      await before(delivery);
      site.known.push(known);
      site.done.push(`publish ${delivery.seq}`);
      site.pages.set(delivery.placement, delivery.content?.text ?? '');
      return { id: 'post-7', url: 'https://outlet.example/posts/7' };
    },
    async remove(delivery, known) {
      await before(delivery);
      site.known.push(known);
      site.done.push(`remove ${delivery.seq}`);
      site.pages.delete(delivery.placement);
    },
  };
  return site;
}

/** A receiver that is sent deliveries as the service signs them. */
export function receive(site: Site, store: Store = memoryStore()) {
  const errors: unknown[] = [];
  const onError = (error: unknown) => void errors.push(error);
  const receiver = openReceiver({ secrets: [SECRET], store, site, onError, now: () => NOW });
  const take = async (sent: unknown) => {
    const { status, body } = await receiver.take(signed(sent, [SECRET]));
    return { status, ...(JSON.parse(body) as Record<string, unknown>) };
  };
  return { take, errors, receiver };
}
