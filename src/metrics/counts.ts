import { Counter, Histogram, type Registry } from 'prom-client';
import type { Metrics, WantedKind } from './metrics.ts';

/** From a kill on an idle server (tens of milliseconds) to a retry on the third day. */
const SECONDS = [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 15, 60, 300, 1_800, 7_200, 43_200, 259_200];

type Counts = Pick<Metrics, 'attempted' | 'sent' | 'confirmed' | 'rescued' | 'blocked'>;

/** What happens in this process, counted as it happens. */
export function createCounts(registry: Registry): Counts {
  const registers = [registry];
  const attempts = new Counter({
    name: 'imprimatur_attempts_total',
    help: 'Tries to bring a placement up to date, and looks at whether a text is gone, by outcome',
    labelNames: ['purpose', 'outcome'],
    registers,
  });
  const sent = latency(
    'imprimatur_commit_to_sent_seconds',
    'to the first byte of its send',
    registry,
  );
  const confirmed = latency(
    'imprimatur_commit_to_confirmed_seconds',
    'to its confirmation',
    registry,
  );
  const rescued = new Counter({
    name: 'imprimatur_sweep_rescues_total',
    help: 'Placements that the sweep had to repair: something else missed them',
    registers,
  });
  const blocked = new Counter({
    name: 'imprimatur_egress_blocked_total',
    help: 'Addresses that the egress guard refused to reach',
    registers,
  });
  return {
    attempted: (purpose, outcome) => attempts.inc({ purpose, outcome }),
    sent: (wanted, ms) => sent.observe({ wanted: kindOf(wanted) }, secondsOf(ms)),
    confirmed: (wanted, ms) => confirmed.observe({ wanted: kindOf(wanted) }, secondsOf(ms)),
    rescued: (placements) => rescued.inc(placements),
    blocked: () => blocked.inc(),
  };
}

function latency(name: string, until: string, registry: Registry) {
  return new Histogram({
    name,
    help: `From the commit that made a wanted state ${until}`,
    labelNames: ['wanted'],
    buckets: SECONDS,
    registers: [registry],
  });
}

/** A story that is to vanish for everybody is told apart from a licence that ended at one outlet. */
function kindOf({ operation, reason, bulk }: WantedKind): string {
  if (reason === 'killed' || reason === 'withheld') return 'kill';
  if (operation === 'withdraw') return 'withdrawal';
  return bulk ? 'bulk' : 'text';
}

/** The commit is on the database's clock, which may be a little ahead of ours. */
function secondsOf(ms: number): number {
  return Math.max(0, ms) / 1_000;
}
