import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '../../support/seed.ts';
import { until } from '../../support/until.ts';
import type { Tally } from '../scenario.ts';
import { countDuplicated, countOutOfOrder, isThere, type Want } from './count.ts';
import type { Stand } from './open-stand.ts';

/** A straggler that comes after all is well would be seen within this. */
const QUIET_MS = 700;
const KNOWN_WITHIN_MS = 30_000;

interface Recovery {
  wants: readonly Want[];
  /** Epoch milliseconds: the end of the fault. */
  since: number;
  /** How long to wait for what is wanted; what is missing then is lost. */
  withinMs: number;
  /** What had to hold before and did not. */
  broken?: readonly string[];
  /** Set where something is meant to be left undone. */
  leavesOpen?: boolean;
}

/** Waits until every system has what is wanted and the service knows it, and counts what went wrong. */
export async function recover(stand: Stand, recovery: Recovery): Promise<Tally> {
  const { wants, since, withinMs, broken = [], leavesOpen = false } = recovery;
  await until('what is wanted stands', () => wants.every(isThere), withinMs).catch(() => {});
  const recoveryMs = Date.now() - since;
  const unknown = leavesOpen ? [] : await lackOfKnowledge(stand);
  await pause(QUIET_MS);
  const { all, faults } = stand.systems;
  return {
    lost: wants.filter((want) => !isThere(want)).length,
    outOfOrder: all.reduce((sum, system) => sum + countOutOfOrder(system), 0),
    duplicated: all.reduce((sum, system) => sum + countDuplicated(system), 0),
    recoveryMs,
    broken: [...broken, ...unknown, ...new Set(faults)],
  };
}

async function lackOfKnowledge(stand: Stand): Promise<string[]> {
  return until('the service knows', () => knows(stand), KNOWN_WITHIN_MS).then(
    () => [],
    () => ['The service does not know in the end that all is placed.'],
  );
}

/** Whether, to the service, nothing is left to do and nobody holds anything. */
async function knows({ env, sql, admin }: Stand): Promise<boolean> {
  if (!env.DATABASE_URL) {
    const pages = await Promise.all(
      OPEN.map((state) => admin.get<Page<unknown>>(`/v1/placements?state=${state}&limit=1`)),
    );
    return pages.every(({ body }) => body.items.length === 0);
  }
  const [row] = await sql<{ open: number }>(
    `select count(*)::int as open from placement
     where next_at is not null or lease_token is not null or dead`,
  );
  return row?.open === 0;
}

/** The states of a placement that still has something before it. */
const OPEN = ['sending', 'waiting', 'failing', 'dead'] as const;
