import { createHmac, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Envelope } from '../../support/receiver.ts';
import { type Arrival, arrivalOf } from './arrival.ts';
import { accepting, type Manner } from './manners.ts';

/** One outlet's system: takes in only what is signed, and applies only what is newer. */
export interface System {
  url: string;
  /** All that it took in, in order. */
  arrivals: Arrival[];
  /** How many messages came, those that it did not take in counted too. */
  asked(): number;
  /** Resolves with the next message that comes, before it is answered. */
  nextAsked(): Promise<Envelope>;
  trust(secret: string): void;
  /** Forgets the secrets that it knew for another. */
  trustOnly(secret: string): void;
  behave(manner: Manner): void;
  /** What stands there now of an article. */
  standing(article: string): Arrival | undefined;
}

/** Many systems on one port of 127.0.0.1. */
export interface Systems {
  all: System[];
  /** What was wrong with messages that were not trusted. */
  faults: string[];
  add(): System;
  close(): Promise<void>;
}

type Take = (request: IncomingMessage, body: string, response: ServerResponse) => void;

export async function startSystems(): Promise<Systems> {
  const takers: Take[] = [];
  const all: System[] = [];
  const faults: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const take = takers[Number(request.url?.slice(1))];
      take?.(request, Buffer.concat(chunks).toString(), response);
    });
  });
  server.keepAliveTimeout = 30_000;
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    all,
    faults,
    add() {
      const { system, take } = openSystem(`http://127.0.0.1:${port}/${all.length}`, faults);
      all.push(system);
      takers.push(take);
      return system;
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function openSystem(url: string, faults: string[]): { system: System; take: Take } {
  const secrets: string[] = [];
  const arrivals: Arrival[] = [];
  const newest = new Map<string, Arrival>();
  const waiting: ((envelope: Envelope) => void)[] = [];
  let asked = 0;
  let manner: Manner = accepting();

  function apply(envelope: Envelope): void {
    const applied = envelope.seq > (newest.get(envelope.article.id)?.seq ?? 0);
    const arrival = arrivalOf(envelope, Date.now(), applied);
    arrivals.push(arrival);
    if (applied) newest.set(arrival.article, arrival);
  }
  function take(request: IncomingMessage, body: string, response: ServerResponse): void {
    const fault = faultOf(request, body, secrets);
    if (fault) {
      faults.push(fault);
      response.writeHead(400).end();
      return;
    }
    const envelope = JSON.parse(body) as Envelope;
    asked += 1;
    for (const tell of waiting.splice(0)) tell(envelope);
    if (manner.takes) apply(envelope);
    manner.reply(response);
  }
  const system: System = {
    url,
    arrivals,
    asked: () => asked,
    nextAsked: () => new Promise((resolve) => void waiting.push(resolve)),
    trust: (secret) => void secrets.push(secret),
    trustOnly: (secret) => void secrets.splice(0, secrets.length, secret),
    behave: (next) => {
      manner = next;
    },
    standing: (article) => newest.get(article),
  };
  return { system, take };
}

/** Standard Webhooks 1.0: empty when the message can be trusted. */
function faultOf({ headers }: IncomingMessage, body: string, secrets: readonly string[]): string {
  const id = String(headers['webhook-id']);
  const content = `${id}.${headers['webhook-timestamp']}.${body}`;
  const given = String(headers['webhook-signature']).split(' ');
  const trusted = secrets.some((secret) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
    const own = `v1,${createHmac('sha256', key).update(content).digest('base64')}`;
    return given.some((other) => isSame(own, other));
  });
  return trusted ? '' : `the message ${id} is not signed with a secret that is known here`;
}

function isSame(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
