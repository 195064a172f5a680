import fc from 'fast-check';

/** Those that are there at the beginning, and all that there can be. */
export const FIRST_STORIES = 3;
export const STORIES = 4;
export const OUTLETS = 2;

/** What a licence is for: a story by its number, or every story that the filter lets through. */
export type Subject = number | 'feed';

/** What an outlet has a licence for, or may have. */
export interface Holding {
  outlet: number;
  subject: Subject;
}

/** Something that happens, to a story, to an outlet, or to what one holds of the other. */
export type Step =
  | { do: 'publish'; fits: boolean }
  /** `fits`: whether the feeds let the new version through. */
  | { do: 'correct'; story: number; fits: boolean }
  | { do: 'kill' | 'withhold' | 'release' | 'lift'; story: number }
  | LicenceStep
  | { do: 'bar' | 'admit' | 'pause' | 'resume'; outlet: number }
  | { do: 'behave'; outlet: number; manner: MannerName }
  | { do: 'deliver'; outlet: number; take: 'urgent' | 'prompt' | 'any' }
  /** The relay acts on what has word of it; `strand` keeps every second row from it for a while. */
  | { do: 'relay' | 'strand' }
  /** Licences whose time is over are marked as ended. */
  | { do: 'end' }
  /** Retries, leases, breakers and waits are over at once. */
  | { do: 'leap' }
  /** The worker dies with its leases, its sends still on their way; another takes over. */
  | { do: 'restart' };

export type LicenceStep = Holding & {
  do: 'ask' | 'suspend' | 'revoke' | 'reinstate' | 'renew' | 'expire';
};

/** How an outlet's system answers. */
export const MANNERS = [
  'accept',
  'slow',
  'fail',
  'refuse',
  'wait',
  'hang',
  'swallow',
  'drop',
] as const;
export type MannerName = (typeof MANNERS)[number];

const story = fc.nat(STORIES - 1);
const outlet = fc.nat(OUTLETS - 1);
const fits = fc.constantFrom(true, true, false);

/** What is held at the beginning more often than what may be asked for in time. */
const holding: fc.Arbitrary<Holding> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({ outlet: fc.constant(0), subject: fc.nat(FIRST_STORIES - 1) }),
  },
  { weight: 2, arbitrary: fc.constant({ outlet: 1, subject: 'feed' } as const) },
  {
    weight: 1,
    arbitrary: fc.record({ outlet, subject: fc.oneof(story, fc.constant('feed' as const)) }),
  },
);

const one = <Name extends string>(...names: Name[]) => fc.constantFrom(...names);

const arbitrary: fc.Arbitrary<Step> = fc.oneof(
  { weight: 24, arbitrary: fc.record({ do: one('deliver'), outlet, take: take() }) },
  { weight: 16, arbitrary: fc.record({ do: one('relay') }) },
  { weight: 12, arbitrary: fc.record({ do: one('behave'), outlet, manner: one(...MANNERS) }) },
  { weight: 8, arbitrary: fc.record({ do: one('leap') }) },
  { weight: 10, arbitrary: fc.record({ do: one('correct'), story, fits }) },
  { weight: 2, arbitrary: fc.record({ do: one('publish'), fits }) },
  { weight: 7, arbitrary: to(holding, 'suspend', 'reinstate') },
  { weight: 6, arbitrary: to(holding, 'ask') },
  { weight: 3, arbitrary: to(holding, 'renew') },
  { weight: 4, arbitrary: to(holding, 'revoke', 'expire') },
  { weight: 2, arbitrary: fc.record({ do: one('end') }) },
  { weight: 5, arbitrary: fc.record({ do: one('withhold', 'release'), story }) },
  { weight: 2, arbitrary: fc.record({ do: one('kill', 'lift'), story }) },
  { weight: 6, arbitrary: fc.record({ do: one('bar', 'admit', 'pause', 'resume'), outlet }) },
  { weight: 4, arbitrary: fc.record({ do: one('restart', 'strand') }) },
);

function to<Name extends LicenceStep['do']>(of: fc.Arbitrary<Holding>, ...names: Name[]) {
  return fc.tuple(one(...names), of).map(([name, held]) => ({ do: name, ...held }));
}

function take() {
  return one('urgent', 'prompt', 'any', 'any');
}

/** A life of the stories: anything, in any order. */
export const life: fc.Arbitrary<Step[]> = fc.array(arbitrary, {
  ...{ minLength: 1, maxLength: 40, size: 'max' },
});
