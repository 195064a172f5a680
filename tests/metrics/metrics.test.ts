import { createMetrics, type Metrics } from '../../src/metrics/metrics.ts';
import type { Standing } from '../../src/metrics/standing.ts';

const QUIET: Standing = {
  outbox: { waiting: 0, oldestSeconds: 0 },
  due: [{ queue: 'urgent', oldestSeconds: 0 }],
  unconfirmedKills: { placements: 0, oldestSeconds: 0 },
  dead: 0,
  openBreakers: 0,
  stopped: { paused: 0, disabled: 0 },
  unsealed: { events: 0, oldestSeconds: 0 },
};

/** The lines of one metric. */
async function linesOf(metrics: Metrics, name: string, at = 0, standing = QUIET) {
  const text = await metrics.expose(at, async () => standing);
  return text.split('\n').filter((line) => line.startsWith(name));
}

test('a try is counted under what it was for and what it came to', async () => {
  const metrics = createMetrics();
  metrics.attempted('deliver', 'placed');
  metrics.attempted('deliver', 'placed');
  metrics.attempted('verify', 'later');
  expect(await linesOf(metrics, 'imprimatur_attempts_total')).toEqual([
    'imprimatur_attempts_total{purpose="deliver",outcome="placed"} 2',
    'imprimatur_attempts_total{purpose="verify",outcome="later"} 1',
  ]);
});

test.each([
  [{ operation: 'withdraw', reason: 'killed' }, 'kill'],
  [{ operation: 'withdraw', reason: 'withheld', bulk: true }, 'kill'],
  [{ operation: 'withdraw', reason: 'expired' }, 'withdrawal'],
  [{ operation: 'upsert', bulk: true }, 'bulk'],
  [{ operation: 'upsert', reason: null }, 'text'],
] as const)('the way of %j is measured as that of a %s', async (wanted, kind) => {
  const metrics = createMetrics();
  metrics.sent(wanted, 80);
  metrics.confirmed(wanted, 3_000);
  expect(await linesOf(metrics, 'imprimatur_commit_to_sent_seconds_sum')).toEqual([
    `imprimatur_commit_to_sent_seconds_sum{wanted="${kind}"} 0.08`,
  ]);
  const buckets = await linesOf(metrics, 'imprimatur_commit_to_confirmed_seconds_bucket');
  const within = buckets.filter((line) => line.endsWith(' 1'));
  expect(within[0]).toBe(
    `imprimatur_commit_to_confirmed_seconds_bucket{le="5",wanted="${kind}"} 1`,
  );
});

test('the database is asked at most once a second, however many look', async () => {
  const metrics = createMetrics();
  let asked = 0;
  const read = async () => {
    asked += 1;
    return { ...QUIET, dead: asked };
  };
  await Promise.all([metrics.expose(5_000, read), metrics.expose(5_010, read)]);
  await metrics.expose(5_999, read);
  expect(asked).toBe(1);
  expect(await metrics.expose(6_000, read)).toContain('\nimprimatur_dead_placements 2\n');
  await metrics.expose(100, read);
  expect(asked).toBe(3);
});

test('while the database is away, what was counted here is told, and no old figure', async () => {
  const metrics = createMetrics();
  metrics.rescued(3);
  await linesOf(metrics, '', 0, { ...QUIET, dead: 7 });
  const text = await metrics.expose(2_000, () => Promise.reject(new Error('away')));
  expect(text).toContain('\nimprimatur_sweep_rescues_total 3\n');
  expect(text).toContain('\nimprimatur_database_up 0\n');
  expect(text).not.toMatch(/^imprimatur_dead_placements \d/m);
  expect(await linesOf(metrics, 'imprimatur_dead_placements', 4_000)).toEqual([
    'imprimatur_dead_placements 0',
  ]);
});

test('two services in one process count apart', async () => {
  const [one, other] = [createMetrics(), createMetrics()];
  one.blocked();
  expect(await linesOf(one, 'imprimatur_egress_blocked_total')).toEqual([
    'imprimatur_egress_blocked_total 1',
  ]);
  expect(await linesOf(other, 'imprimatur_egress_blocked_total')).toEqual([
    'imprimatur_egress_blocked_total 0',
  ]);
});
