import type { z } from 'zod';
import { formatInstant } from '../../domain/instant.ts';
import type { ownOutlet } from '../../services/outlets.ts';
import type { OutletReply } from '../schemas/outlet.ts';

/** An outlet as it is answered. */
export function outletReply(
  row: Awaited<ReturnType<typeof ownOutlet>>,
): z.input<typeof OutletReply> {
  const { created_at, updated_at, suspended_at, suspend_reason, ...facts } = row;
  return {
    ...facts,
    state: suspended_at === null ? 'active' : 'suspended',
    suspendedAt: suspended_at === null ? null : formatInstant(suspended_at),
    suspendReason: suspend_reason,
    createdAt: formatInstant(created_at),
    updatedAt: formatInstant(updated_at),
  };
}
