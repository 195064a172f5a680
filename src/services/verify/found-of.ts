import { PULL } from '../../db/destinations.ts';
import type { Lingering } from '../../db/placements/escalation.ts';

/** What is known of a copy that is not known to be gone, in a sentence. */
export function foundOf({ channel, isTold, lastError, lastSeen }: Lingering): string {
  if (channel === PULL) return 'Its people were told by mail, and nobody has confirmed it.';
  if (!isTold) return `Its system has not taken the withdrawal. ${lastError?.message ?? ''}`.trim();
  return lastSeen ?? 'Its system has taken the withdrawal, and nothing says that the text is gone.';
}
