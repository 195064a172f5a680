import { lookup } from 'node:dns/promises';
import type { Dispatcher } from 'undici';
import { addressClasses } from './address-class.ts';
import { BOUNDS, type Bounds } from './bounds.ts';
import { type Connections, createConnections } from './connections.ts';
import { withDeadline } from './deadline.ts';
import { type Answer, exchange } from './exchange.ts';
import { EgressBlocked, EgressFailed } from './failure.ts';
import { createPins, type Resolve } from './pins.ts';
import type { EgressRefusal } from './refusal.ts';
import { readTarget, refuseTarget, refuseWay, type Target } from './target.ts';

export interface EgressOptions {
  /** CIDRs that may be reached though they are not public, there by http and on any port too. */
  allow: readonly string[];
  bounds?: Partial<Bounds>;
  /** The system's resolver by default. */
  resolve?: Resolve;
  /** A clock that never steps back; the process's own by default. */
  monotonicMs?: () => number;
  /** Told of each request that the guard does not let out. */
  onBlocked?: () => void;
}

export interface EgressRequest {
  url: string;
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  body?: string | Buffer;
  signal?: AbortSignal;
  /** How many bytes of the answer are read; `Bounds.bodyBytes` unless given. */
  bodyBytes?: number;
}

export interface EgressResponse extends Answer {
  /** The checked address that answered. */
  remoteAddress: string;
}

/** The one door through which the service reaches servers that outlets name. */
export interface Egress {
  /** Judges a URL without asking the network: its scheme, port, userinfo and literal address. */
  inspect(url: string): EgressRefusal | null;
  /** Also judges where its name leads now. A name that does not resolve (yet) is let pass. */
  inspectResolved(url: string): Promise<EgressRefusal | null>;
  /**
   * Sends one request to a checked address and reads a bounded answer.
   * @throws EgressBlocked when the guard refuses, EgressFailed when no whole answer comes
   */
  request(request: EgressRequest): Promise<EgressResponse>;
  /** Lets what is under way finish, then closes every connection. */
  close(): Promise<void>;
}

/** Sending goes to the second address when the first takes no connection; a third is not tried. */
const ADDRESSES_TRIED = 2;

export function createEgress(options: EgressOptions): Egress {
  const bounds = { ...BOUNDS, ...options.bounds };
  const monotonicMs = options.monotonicMs ?? (() => performance.now());
  const classOf = addressClasses(options.allow);
  const pinned = createPins(options.resolve ?? resolveBySystem, bounds.connectMs, monotonicMs);
  const connections = createConnections(bounds, monotonicMs);

  const addressesOf = async (target: Target) =>
    target.hostIsAddress ? [target.host] : pinned(target.host);

  function readAllowed(url: string): Target | EgressRefusal {
    const target = readTarget(url);
    if ('code' in target) return target;
    if (target.hostIsAddress) return refuseTarget(target, [classOf(target.host)]) ?? target;
    // With an allow list the name may lead into it, where any way is fine: its addresses decide.
    return (options.allow.length === 0 ? refuseWay(target) : null) ?? target;
  }

  function inspect(url: string): EgressRefusal | null {
    const target = readAllowed(url);
    return 'code' in target ? target : null;
  }

  async function inspectResolved(url: string): Promise<EgressRefusal | null> {
    const target = readAllowed(url);
    if ('code' in target) return target;
    const addresses = await addressesOf(target).catch(() => null);
    return addresses && refuseTarget(target, addresses.map(classOf));
  }

  async function request(asked: EgressRequest): Promise<EgressResponse> {
    const target = readAllowed(asked.url);
    if ('code' in target) throw new EgressBlocked(target);
    return withDeadline(bounds.totalMs, asked.signal, async (signal) => {
      const addresses = await addressesOf(target);
      const refusal = refuseTarget(target, addresses.map(classOf));
      if (refusal !== null) throw new EgressBlocked(refusal);
      return sendToFirst(connections, target, addresses, (pool) =>
        exchange(pool, wireOf(asked, target), boundsOf(asked, bounds), signal),
      );
    });
  }

  const told = telling(request, options.onBlocked);
  return { inspect, inspectResolved, request: told, close: connections.close };
}

function telling(request: Egress['request'], onBlocked = () => {}): Egress['request'] {
  return async (asked) => {
    try {
      return await request(asked);
    } catch (error) {
      if (error instanceof EgressBlocked) onBlocked();
      throw error;
    }
  };
}

function boundsOf({ bodyBytes }: EgressRequest, bounds: Bounds): Bounds {
  return bodyBytes === undefined ? bounds : { ...bounds, bodyBytes };
}

function wireOf({ method, headers, body }: EgressRequest, target: Target) {
  return { origin: target.origin, path: target.path, method, headers, body: body ?? null };
}

/** A failed connection has sent nothing, so that the next address may be tried. */
async function sendToFirst(
  connections: Connections,
  target: Target,
  addresses: readonly string[],
  send: (pool: Dispatcher) => Promise<Answer>,
): Promise<EgressResponse> {
  for (const [index, remoteAddress] of addresses.entries()) {
    try {
      return { ...(await connections.use(target.origin, remoteAddress, send)), remoteAddress };
    } catch (error) {
      const isLast = index + 1 >= Math.min(addresses.length, ADDRESSES_TRIED);
      if (isLast || !(error instanceof EgressFailed) || error.kind !== 'connect') throw error;
    }
  }
  throw new Error('refuseTarget lets no target without an address pass');
}

async function resolveBySystem(host: string): Promise<string[]> {
  const answers = await lookup(host, { all: true, order: 'verbatim' });
  return answers.map((answer) => answer.address);
}
