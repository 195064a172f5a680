import type { Context } from '../../context.ts';
import { transact } from '../../db/database.ts';
import { recordAll } from '../../db/events.ts';
import { type Notice, tell } from '../../db/notices.ts';
import { type Overdue, takeOverdue } from '../../db/placements/overdue.ts';
import { formatInstant } from '../../domain/instant.ts';

const BATCH = 500;

/**
 * Finds what outlets were to report, take down or correct by now and have not, as far as is known:
 * each is an event, and told to the outlet once; the house is told once for each story.
 */
export async function tellOverdue(ctx: Context): Promise<void> {
  let told: number;
  do {
    told = await transact(ctx.db, async (tx) => {
      const overdue = await takeOverdue(tx, BATCH);
      await recordAll(tx, ctx, overdue.map(eventOf));
      await tell(tx, ctx, [...overdue.map(toOutlet), ...byStory(overdue).map(toHouse)]);
      return overdue.length;
    });
    if (told > 0) ctx.log.warn({ placements: told }, 'outlets are late with what they owe');
  } while (told === BATCH);
}

function eventOf(late: Overdue) {
  const { id, outlet, article, licence, seq, version, duty, until } = late;
  return {
    type: 'placement.overdue',
    subject: { kind: 'placement', id },
    after: { outlet, article, licence, seq, version, kind: duty, until: formatInstant(until) },
  };
}

function toOutlet(late: Overdue): Notice {
  const { headline, duty, until, outlet, publication } = late;
  return {
    kind: 'duty-overdue',
    facts: { headline, duty, until: formatInstant(until) },
    outlet,
    publication,
    about: { kind: 'placement', id: late.id },
  };
}

/** The same duty for the same story, at however many outlets. */
function byStory(overdue: readonly Overdue[]): Overdue[][] {
  const stories = new Map<string, Overdue[]>();
  for (const late of overdue) {
    const key = `${late.article} ${late.duty}`;
    stories.set(key, [...(stories.get(key) ?? []), late]);
  }
  return [...stories.values()];
}

function toHouse(late: Overdue[]): Notice {
  const [first] = late;
  if (!first) throw new Error('a story is told of for at least one outlet');
  const outlets = late.map(({ outletName: name, until }) => ({
    name,
    until: formatInstant(until),
  }));
  return {
    kind: 'duties-overdue',
    facts: { headline: first.headline, duty: first.duty, outlets },
    outlet: null,
    publication: first.publication,
    about: { kind: 'article', id: first.article },
  };
}
