import type { Socket } from 'node:net';
import { buildConnector, type Dispatcher, Pool } from 'undici';
import { isSameAddress } from './address-class.ts';
import type { Bounds } from './bounds.ts';
import { EgressBlocked } from './failure.ts';
import { readConnectFailure } from './read-failure.ts';
import { REFUSALS } from './refusal.ts';

const IDLE_MS = 60_000;
const MOST_POOLS = 1_024;
/** A server's own keep-alive hint is followed up to here. */
const KEEP_ALIVE_MOST_MS = 10_000;

interface Entry {
  pool: Pool;
  inUse: number;
  usedAtMs: number;
}

/** Kept-alive connections, one pool for each origin at one checked address. */
export interface Connections {
  use<T>(origin: string, address: string, run: (pool: Dispatcher) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** @param monotonicMs a clock that never steps back */
export function createConnections(bounds: Bounds, monotonicMs: () => number): Connections {
  /** Oldest use first: each use puts its entry at the end. */
  const entries = new Map<string, Entry>();

  function dropIdle(nowMs: number): void {
    for (const [key, entry] of entries) {
      if (entries.size <= MOST_POOLS && nowMs - entry.usedAtMs < IDLE_MS) return;
      if (entry.inUse > 0) continue;
      entries.delete(key);
      // Nothing is under way in it, so that closing has nobody to fail.
      void entry.pool.close();
    }
  }

  async function use<T>(origin: string, address: string, run: (pool: Dispatcher) => Promise<T>) {
    const key = `${origin} ${address}`;
    const entry = entries.get(key) ?? {
      pool: openPool(origin, address, bounds),
      inUse: 0,
      usedAtMs: 0,
    };
    entry.inUse += 1;
    entry.usedAtMs = monotonicMs();
    entries.delete(key);
    entries.set(key, entry);
    dropIdle(entry.usedAtMs);
    try {
      return await run(entry.pool);
    } finally {
      entry.inUse -= 1;
    }
  }

  async function close(): Promise<void> {
    const pools = [...entries.values()].map((entry) => entry.pool);
    entries.clear();
    await Promise.all(pools.map((pool) => pool.close()));
  }

  return { use, close };
}

function openPool(origin: string, address: string, bounds: Bounds): Pool {
  return new Pool(origin, {
    connect: connectTo(address, bounds.connectMs),
    maxHeaderSize: bounds.headerBytes,
    keepAliveMaxTimeout: KEEP_ALIVE_MOST_MS,
    // The exchange has its own clocks: undici's stop neither a drip of headers nor one of body.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
}

/** Dials the checked address itself; the name stays in Host, SNI and the certificate check. */
function connectTo(address: string, connectMs: number): buildConnector.connector {
  const connect = buildConnector({ timeout: connectMs });
  return (options, callback) =>
    connect({ ...options, hostname: address }, (error, socket) => {
      if (error !== null) return callback(readConnectFailure(error), null);
      if (leadsTo(socket, address)) return callback(null, socket);
      socket.destroy();
      return callback(new EgressBlocked(REFUSALS['address-not-allowed']), null);
    });
}

function leadsTo(socket: Socket, address: string): boolean {
  return socket.remoteAddress !== undefined && isSameAddress(socket.remoteAddress, address);
}
