export type { Answer, Outcome } from './answer.ts';
export type { Delivery, Filed } from './delivery.ts';
export { expressHandler } from './express.ts';
export { fileStore } from './file-store.ts';
export { memoryStore } from './memory-store.ts';
export { type HandlerOptions, nodeHandler } from './node-http.ts';
export { openReceiver, type Receiver, type ReceiverOptions, type Site } from './receiver.ts';
export { type Judgement, judge, keysOf, type Signed } from './signature.ts';
export type { Kept, Store } from './store.ts';
