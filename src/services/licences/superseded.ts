import type { Event } from '../../db/events.ts';
import type { Succession } from '../../db/successions.ts';

/**
 * The line of the record that tells of a licence that another follows.
 *
 * @param note what a person said of it
 */
export function superseded({ id, successor, reason }: Succession, note?: string): Event {
  return {
    type: 'licence.superseded',
    subject: { kind: 'licence', id },
    before: { state: 'active' },
    after: { state: 'superseded', successor, reason, ...(note && { note }) },
  };
}
