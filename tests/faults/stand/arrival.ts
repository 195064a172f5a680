import { createHash } from 'node:crypto';
import type { Envelope } from '../../support/receiver.ts';

/** One message that an outlet's system took in. */
export interface Arrival {
  /** Epoch milliseconds. */
  at: number;
  placement: string;
  article: string;
  seq: number;
  version: number;
  operation: 'upsert' | 'withdraw';
  reason?: string;
  licence: string;
  /** Tells one text from another; empty on a withdrawal. */
  text: string;
  /** Whether it was newer than what the system had, and so took effect. */
  applied: boolean;
}

/** What an arrival keeps of an envelope; of a text only what tells it from others. */
export function arrivalOf(envelope: Envelope, at: number, applied: boolean): Arrival {
  const { placement, seq, operation, reason, article, licence, content } = envelope;
  const text = content ? createHash('sha256').update(content.text).digest('base64') : '';
  return {
    ...{ at, placement, seq, operation, text, applied },
    ...(reason && { reason }),
    article: article.id,
    version: article.version,
    licence: licence.id,
  };
}
