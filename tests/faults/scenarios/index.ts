import type { Scenario } from '../scenario.ts';
import { ADDRESS_FAULTS } from './addresses.ts';
import { ANSWER_FAULTS } from './answers.ts';
import { COMMIT_FAULTS } from './commits.ts';
import { INTERLEAVINGS } from './interleavings.ts';
import { KILLS_UNDER_LOAD } from './kill-under-load.ts';
import { KILL_FAULTS } from './kills.ts';
import { NEIGHBOUR_FAULTS } from './neighbours.ts';
import { ORDER_FAULTS } from './order.ts';
import { REDIS_FAULTS } from './redis.ts';
import { RIGHTS_FAULTS } from './rights.ts';
import { SECRET_FAULTS } from './secrets.ts';
import { WORKER_FAULTS } from './workers.ts';

/** Every fault that has to be survived, in the order of the table. */
export const SCENARIOS: readonly Scenario[] = [
  ...REDIS_FAULTS,
  ...WORKER_FAULTS,
  ...COMMIT_FAULTS,
  ...ORDER_FAULTS,
  ...KILL_FAULTS,
  ...KILLS_UNDER_LOAD,
  ...RIGHTS_FAULTS,
  ...NEIGHBOUR_FAULTS,
  ...ANSWER_FAULTS,
  ...ADDRESS_FAULTS,
  ...SECRET_FAULTS,
  ...INTERLEAVINGS,
];
