import fc from 'fast-check';

export const STORIES = 2;
export const OUTLETS = 2;

/** Something that happens, to a story, to an outlet, or to what one holds of the other. */
export type Step =
  | { do: 'correct' | 'kill' | 'withhold' | 'release' | 'lift'; story: number }
  | { do: 'ask' | 'suspend' | 'revoke' | 'reinstate' | 'renew'; story: number; outlet: number }
  | { do: 'bar' | 'admit' | 'pause' | 'resume'; outlet: number }
  | { do: 'behave'; outlet: number; manner: MannerName }
  | { do: 'deliver'; outlet: number; take: 'urgent' | 'prompt' | 'any' }
  /** The relay acts on what has word of it; `strand` keeps every second row from it for a while. */
  | { do: 'relay' | 'strand' }
  /** Retries, leases, breakers and waits are over at once. */
  | { do: 'leap' }
  /** The worker dies with its leases, its sends still on their way; another takes over. */
  | { do: 'restart' };

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

const one = <Name extends string>(...names: Name[]) => fc.constantFrom(...names);

const arbitrary: fc.Arbitrary<Step> = fc.oneof(
  { weight: 24, arbitrary: fc.record({ do: one('deliver'), outlet, take: take() }) },
  { weight: 16, arbitrary: fc.record({ do: one('relay') }) },
  { weight: 12, arbitrary: fc.record({ do: one('behave'), outlet, manner: one(...MANNERS) }) },
  { weight: 8, arbitrary: fc.record({ do: one('leap') }) },
  { weight: 10, arbitrary: fc.record({ do: one('correct'), story }) },
  { weight: 6, arbitrary: fc.record({ do: one('suspend', 'reinstate', 'renew'), story, outlet }) },
  { weight: 3, arbitrary: fc.record({ do: one('revoke', 'ask'), story, outlet }) },
  { weight: 5, arbitrary: fc.record({ do: one('withhold', 'release'), story }) },
  { weight: 2, arbitrary: fc.record({ do: one('kill', 'lift'), story }) },
  { weight: 6, arbitrary: fc.record({ do: one('bar', 'admit', 'pause', 'resume'), outlet }) },
  { weight: 4, arbitrary: fc.record({ do: one('restart', 'strand') }) },
);

function take() {
  return one('urgent', 'prompt', 'any', 'any');
}

/** A life of the stories: anything, in any order. */
export const life: fc.Arbitrary<Step[]> = fc.array(arbitrary, {
  ...{ minLength: 1, maxLength: 40, size: 'max' },
});
