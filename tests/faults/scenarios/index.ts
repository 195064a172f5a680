import type { Scenario } from '../scenario.ts';
import { COMMIT_FAULTS } from './commits.ts';
import { KILL_FAULTS } from './kills.ts';
import { ORDER_FAULTS } from './order.ts';
import { REDIS_FAULTS } from './redis.ts';
import { RIGHTS_FAULTS } from './rights.ts';
import { WORKER_FAULTS } from './workers.ts';

/** Every fault that has to be survived, in the order of the table. */
export const SCENARIOS: readonly Scenario[] = [
  ...REDIS_FAULTS,
  ...WORKER_FAULTS,
  ...COMMIT_FAULTS,
  ...ORDER_FAULTS,
  ...KILL_FAULTS,
  ...RIGHTS_FAULTS,
];
