import type { Db } from '../database.ts';
import type { Operation } from '../schema.ts';

/** A try that is written by itself, beside those that settle a delivery. */
export interface AttemptDraft {
  id: string;
  placement: string;
  destination: string;
  outlet: string;
  licence: string;
  seq: number;
  version: number;
  operation: Operation;
  startedAt: Date;
  endedAt: Date;
  purpose: 'deliver' | 'verify';
  outcome: string;
  code: string;
  message: string;
  status?: number | null;
  remoteAddress?: string | null;
  excerpt?: string | null;
  footerHash?: string | null;
}

export async function insertAttempt(tx: Db, draft: AttemptDraft): Promise<void> {
  const { startedAt, endedAt, remoteAddress = null, footerHash = null, ...columns } = draft;
  await tx
    .insertInto('attempt')
    .values({
      status: null,
      excerpt: null,
      ...columns,
      started_at: startedAt,
      ended_at: endedAt,
      remote_address: remoteAddress,
      footer_hash: footerHash,
      fenced: false,
    })
    .execute();
}
