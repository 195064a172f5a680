import type { Feed, LicenceState, Model, Story } from './model.ts';
import type { LicenceStep, Step } from './step.ts';

/** By outlet, then by story: whether there is a placement, of whatever is wanted there. */
export type There = readonly (readonly boolean[])[];

/** What is so after a step that the service did not refuse, and that left placements `there`. */
export function after(model: Model, step: Step, there: There): Model {
  return withPlaced(stepped(model, step), step, there);
}

function stepped(model: Model, step: Step): Model {
  switch (step.do) {
    case 'publish':
      return published(model, step.fits);
    case 'correct':
      return withStory(model, step.story, ({ fits }) => ({ fits: [...fits, step.fits] }));
    case 'kill':
      return withStory(model, step.story, () => ({ state: 'killed' }));
    case 'withhold':
      return withStory(model, step.story, () => ({ state: 'withheld' }));
    case 'release':
      return withStory(model, step.story, () => ({ state: 'live' }));
    case 'lift':
      return withStory(model, step.story, () => ({ embargoed: false }));
    case 'bar':
    case 'admit':
      return { ...model, barred: model.barred.with(step.outlet, step.do === 'bar') };
    default:
      return 'subject' in step ? withLicence(model, step, LEAVES[step.do]) : model;
  }
}

const LEAVES: Readonly<Record<LicenceStep['do'], LicenceState>> = {
  ...{ ask: 'active', reinstate: 'active', renew: 'active' },
  ...{ suspend: 'suspended', revoke: 'revoked', expire: 'expired' },
};

/** What is put in is newer than every feed, so far. */
function published(model: Model, fits: boolean): Model {
  const at = model.stories.findIndex(({ state }) => state === 'unwritten');
  const feeds = model.feeds.map((feed) => ({ ...feed, takes: feed.takes.with(at, true) }));
  return withStory({ ...model, feeds }, at, () => ({ state: 'live', fits: [fits] }));
}

/**
 * What is placed already when a feed begins is kept up by it, and so is what has come since under
 * a licence of its own.
 */
function withPlaced(model: Model, step: Step, there: There): Model {
  const feeds = model.feeds.map((feed, outlet): Feed => {
    const begins = step.do === 'ask' && step.subject === 'feed' && step.outlet === outlet;
    const takes = feed.takes.map((before, at) => {
      const isThere = there[outlet]?.[at] ?? false;
      if (begins) return isThere;
      return before || (isThere && model.licences[outlet]?.[at] === 'active');
    });
    return takes.some((now, at) => now !== feed.takes[at]) ? { ...feed, takes } : feed;
  });
  return feeds.some((feed, outlet) => feed !== model.feeds[outlet]) ? { ...model, feeds } : model;
}

function withStory(model: Model, at: number, change: (story: Story) => Partial<Story>): Model {
  const story = model.stories[at];
  if (!story) return model;
  return { ...model, stories: model.stories.with(at, { ...story, ...change(story) }) };
}

function withLicence(model: Model, { outlet, subject }: LicenceStep, state: LicenceState): Model {
  const { licences, feeds } = model;
  if (subject === 'feed') {
    const feed = feeds[outlet];
    return feed ? { ...model, feeds: feeds.with(outlet, { ...feed, state }) } : model;
  }
  const row = licences[outlet]?.with(subject, state);
  return row ? { ...model, licences: licences.with(outlet, row) } : model;
}
