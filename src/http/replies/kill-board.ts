import type { z } from 'zod';
import { formatInstant, type Instant } from '../../domain/instant.ts';
import type { Board } from '../../services/kills/read-board.ts';
import type { KillBoard, KilledStory } from '../schemas/kill-board.ts';

type Copy = Board['copies'][number];
type Shown = z.input<typeof KillBoard>['placements'][number];

/** A story that was taken back, with what is known of its copies in numbers. */
export function killedStoryReply(story: Board['story']): z.input<typeof KilledStory> {
  const { id: article, headline, slug: publication, state, reason } = story;
  const { total, confirmed, unconfirmed, unreachable } = story;
  return {
    ...{ article, headline, publication, state, reason },
    killedAt: formatInstant(story.at),
    counts: { total, confirmed, unconfirmed, unreachable },
  };
}

/** A copy of it as it is answered. */
export function boardCopyReply(copy: Copy): Shown {
  const { id: placement, seq, version, state, attempts, looks } = copy;
  return {
    ...{ placement, seq, version, state, attempts, looks },
    outlet: { id: copy.outlet, name: copy.outletName },
    destination: { id: copy.destination, channel: copy.channel, state: copy.destinationState },
    ...instants(copy),
    ...(copy.confirmedBy && { confirmedBy: copy.confirmedBy }),
    ...(copy.ref !== null && { ref: copy.ref }),
    ...(copy.lastError && { lastError: copy.lastError }),
  };
}

const INSTANTS = ['sentAt', 'confirmedAt', 'escalatedAt', 'nextAt'] as const;

function instants(copy: Copy): Partial<Record<(typeof INSTANTS)[number], string>> {
  const known = INSTANTS.filter((name) => isKnown(copy[name]));
  return Object.fromEntries(known.map((name) => [name, formatInstant(Number(copy[name]))]));
}

function isKnown(instant: Instant | null): boolean {
  return instant !== null && Number.isFinite(instant);
}
