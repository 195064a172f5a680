export type { Delivery, Filed } from './delivery.ts';
