import type { Scenario } from '../scenario.ts';
import { REDIS_FAULTS } from './redis.ts';
import { WORKER_FAULTS } from './workers.ts';

/** Every fault that has to be survived, in the order of the table. */
export const SCENARIOS: readonly Scenario[] = [...REDIS_FAULTS, ...WORKER_FAULTS];
