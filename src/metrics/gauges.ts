import { Gauge, type Registry } from 'prom-client';
import type { Standing } from './standing.ts';

/** However many ask, the database is asked no more often. */
const FRESH_MS = 1_000;

interface Known {
  name: string;
  help: string;
  label?: string;
  /** Values by the label's; a gauge without a label has one, under ''. */
  read(standing: Standing): Readonly<Record<string, number>>;
}

/** Every gauge that is read from the database. */
const GAUGES: readonly Known[] = [
  {
    name: 'imprimatur_outbox_waiting',
    help: 'Changes whose consequences are not worked out yet',
    read: ({ outbox }) => ({ '': outbox.waiting }),
  },
  {
    name: 'imprimatur_outbox_oldest_seconds',
    help: 'How long the oldest of them waits',
    read: ({ outbox }) => ({ '': outbox.oldestSeconds }),
  },
  {
    name: 'imprimatur_due_oldest_seconds',
    help: 'How long the work that waits longest in a queue has been due',
    label: 'queue',
    read: ({ due }) => Object.fromEntries(due.map((one) => [one.queue, one.oldestSeconds])),
  },
  {
    name: 'imprimatur_unconfirmed_kills',
    help: 'Placements of killed or withheld stories that nothing says are gone',
    read: ({ unconfirmedKills }) => ({ '': unconfirmedKills.placements }),
  },
  {
    name: 'imprimatur_unconfirmed_kill_oldest_seconds',
    help: 'How long ago the oldest of them was to go',
    read: ({ unconfirmedKills }) => ({ '': unconfirmedKills.oldestSeconds }),
  },
  {
    name: 'imprimatur_dead_placements',
    help: 'Placements that were given up and wait for a person',
    read: ({ dead }) => ({ '': dead }),
  },
  {
    name: 'imprimatur_open_breakers',
    help: 'Destinations that are left alone for a while, after failures',
    read: ({ openBreakers }) => ({ '': openBreakers }),
  },
  {
    name: 'imprimatur_stopped_destinations',
    help: 'Destinations that get nothing until somebody sees to them',
    label: 'state',
    read: ({ stopped }) => ({ ...stopped }),
  },
  {
    name: 'imprimatur_log_unsealed_events',
    help: 'Events that have no leaf in the log yet',
    read: ({ unsealed }) => ({ '': unsealed.events }),
  },
  {
    name: 'imprimatur_log_unsealed_oldest_seconds',
    help: 'How long the oldest of them waits',
    read: ({ unsealed }) => ({ '': unsealed.oldestSeconds }),
  },
];

/** Gauges that are as old as the last look at the database, which is at most a second old. */
export function createGauges(registry: Registry) {
  const registers = [registry];
  const up = new Gauge({
    name: 'imprimatur_database_up',
    help: 'Whether the database answered when the gauges were read',
    registers,
  });
  const gauges = GAUGES.map(({ name, help, label, read }) => {
    const gauge = new Gauge({ name, help, labelNames: label ? [label] : [], registers });
    return (standing: Standing | undefined) => {
      gauge.reset();
      // What has no label is set to 0 by that, which would be a claim.
      if (!label) gauge.remove();
      for (const [value, number] of Object.entries(standing ? read(standing) : {}))
        gauge.set(label ? { [label]: value } : {}, number);
    };
  });
  let readAt = Number.NEGATIVE_INFINITY;
  let reading = Promise.resolve();

  async function readAll(read: () => Promise<Standing>): Promise<void> {
    const standing = await read().catch(() => undefined);
    up.set(standing ? 1 : 0);
    for (const set of gauges) set(standing);
  }

  return {
    refresh(now: number, read: () => Promise<Standing>): Promise<void> {
      if (now - readAt >= FRESH_MS || now < readAt) {
        readAt = now;
        reading = readAll(read);
      }
      return reading;
    },
  };
}
