import { FIRST_STORIES, OUTLETS, STORIES, type Subject } from './step.ts';

/** What follows from what was done; of how it is delivered, only where there are placements. */
export interface Model {
  stories: readonly Story[];
  /** By outlet. */
  barred: readonly boolean[];
  /** By outlet, then by story. */
  licences: readonly (readonly LicenceState[])[];
  /** By outlet. */
  feeds: readonly Feed[];
}

export interface Story {
  state: 'unwritten' | 'live' | 'withheld' | 'killed';
  embargoed: boolean;
  /** By version: whether the feeds let it through. */
  fits: readonly boolean[];
}

export type LicenceState = 'none' | 'active' | 'suspended' | 'revoked' | 'expired';

export interface Feed {
  state: LicenceState;
  /**
   * By story: whether it was put in since the feed began, or was placed already. Of what is older
   * no feed takes in anything by itself.
   */
  takes: readonly boolean[];
}

const UNWRITTEN: Story = { state: 'unwritten', embargoed: false, fits: [] };

/**
 * One outlet has a licence for each story, and the other a feed, which is younger than the first
 * story. The last story is under embargo.
 */
export const BEGINNING: Model = {
  stories: Array.from({ length: STORIES }, (_, at) => {
    if (at >= FIRST_STORIES) return UNWRITTEN;
    return { state: 'live', embargoed: at === FIRST_STORIES - 1, fits: [true] };
  }),
  barred: [false, false],
  licences: Array.from({ length: OUTLETS }, (_, outlet) =>
    Array.from({ length: STORIES }, (_, at) =>
      outlet === 0 && at < FIRST_STORIES ? 'active' : 'none',
    ),
  ),
  feeds: Array.from({ length: OUTLETS }, (_, outlet) => ({
    state: outlet === 0 ? 'none' : 'active',
    takes: Array.from({ length: STORIES }, (_, at) => at > 0),
  })),
};

/** Whether the outlet may have this version of the story sent to it now. */
export function isPermitted(model: Model, outlet: number, at: number, version: number): boolean {
  const story = model.stories[at];
  const fits = story?.fits[version - 1];
  if (fits === undefined || model.barred[outlet]) return false;
  return story?.state === 'live' && !story.embargoed && holder(model, outlet, at, fits) !== null;
}

/** What an outlet has to end with of a story, once it is no longer barred and its system works. */
export interface Wanted {
  version: number;
  /** The licence that it goes under. */
  under: Subject;
}

/** Null: no text. */
export function wantedOf(model: Model, outlet: number, at: number): Wanted | null {
  const story = model.stories[at];
  if (story?.state !== 'live' || story.embargoed) return null;
  const under = holder(model, outlet, at, story.fits.at(-1) ?? false);
  return under === null ? null : { version: story.fits.length, under };
}

/** A licence for the story goes before a feed. */
function holder(model: Model, outlet: number, at: number, fits: boolean): Subject | null {
  if (model.licences[outlet]?.[at] === 'active') return at;
  const feed = model.feeds[outlet];
  return fits && feed?.state === 'active' && feed.takes[at] ? 'feed' : null;
}
