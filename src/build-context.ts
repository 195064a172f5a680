import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import { v7 } from 'uuid';
import type { Config } from './config.ts';
import type { Caller, Context, LiveKeys } from './context.ts';
import type { Db } from './db/database.ts';
import { createMetrics } from './metrics/metrics.ts';
import { hashApiKey } from './security/api-keys.ts';
import { createEgress } from './security/egress/index.ts';
import { makeLinkToken } from './security/link-token.ts';
import { createSeal, deriveKey, type Seal } from './security/seal.ts';
import { createPlaces } from './security/status-list/places.ts';

/** What does not need the database: clock, ids, randomness, the seal and the hash of keys. */
export type Tools = Pick<
  Context,
  'now' | 'newId' | 'random' | 'hashKey' | 'seal' | 'findPlace' | 'linkToken'
>;

/** @param sealKey 32 bytes; each use has a key of its own derived from it */
export function buildTools(sealKey: Buffer): Tools {
  const pepper = deriveKey(sealKey, 'api-keys');
  const linkKey = deriveKey(sealKey, 'links');
  const seal: Seal = createSeal(deriveKey(sealKey, 'secrets'), randomBytes);
  return {
    now: Date.now,
    // Without options, ids of the same millisecond follow one another too.
    newId: () => v7(),
    random: randomBytes,
    hashKey: (key) => hashApiKey(key, pepper),
    seal,
    linkToken: (id) => makeLinkToken(id, linkKey),
    findPlace: createPlaces(deriveKey(sealKey, 'status-lists')),
  };
}

/** The service itself, as the record names it. */
export function systemCaller(id: string): Caller {
  return {
    kind: 'system',
    id,
    role: null,
    outlet: null,
    publications: null,
    requestId: `system:${id}`,
  };
}

export function buildContext(
  tools: Tools,
  parts: { config: Config; db: Db; log: Logger; keys: LiveKeys },
): Context {
  const metrics = createMetrics();
  const egress = createEgress({ allow: parts.config.egressAllow, onBlocked: metrics.blocked });
  return { ...tools, ...parts, metrics, egress, nudge: () => {}, caller: systemCaller('service') };
}
