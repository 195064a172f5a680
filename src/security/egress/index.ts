export type { Bounds } from './bounds.ts';
export {
  createEgress,
  type Egress,
  type EgressOptions,
  type EgressRequest,
  type EgressResponse,
} from './egress.ts';
export { EgressBlocked, EgressFailed, type EgressFailureKind } from './failure.ts';
export type { EgressRefusal } from './refusal.ts';
