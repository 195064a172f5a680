import { OUTLETS, STORIES, type Step } from './step.ts';

/** What is known without looking: what was done, and nothing of how it is delivered. */
export interface Model {
  stories: readonly Story[];
  /** By outlet. */
  barred: readonly boolean[];
  /** By outlet, then by story. */
  licences: readonly (readonly LicenceState[])[];
}

interface Story {
  state: 'live' | 'withheld' | 'killed';
  version: number;
  embargoed: boolean;
}

type LicenceState = 'active' | 'suspended' | 'revoked';

/** Every outlet holds every story; the last one is under embargo. */
export const BEGINNING: Model = {
  stories: Array.from({ length: STORIES }, (_, at) => ({
    ...{ state: 'live', version: 1, embargoed: at === STORIES - 1 },
  })),
  barred: Array.from({ length: OUTLETS }, () => false),
  licences: Array.from({ length: OUTLETS }, () =>
    Array.from({ length: STORIES }, () => 'active' as const),
  ),
};

/** Whether the outlet may have text of the story sent to it now. */
export function isPermitted(model: Model, outlet: number, story: number): boolean {
  return !model.barred[outlet] && isHeld(model, outlet, story);
}

/**
 * The version that the outlet has to end with, once it is no longer barred and its system works;
 * null: no text.
 */
export function wantedVersion(model: Model, outlet: number, story: number): number | null {
  return isHeld(model, outlet, story) ? (model.stories[story]?.version ?? null) : null;
}

function isHeld({ stories, licences }: Model, outlet: number, story: number): boolean {
  const { state, embargoed } = stories[story] ?? { state: 'killed', embargoed: true };
  return state === 'live' && !embargoed && licences[outlet]?.[story] === 'active';
}

/** What is so after a step that the service did not refuse. */
export function after(model: Model, step: Step): Model {
  switch (step.do) {
    case 'correct':
      return withStory(model, step.story, ({ version }) => ({ version: version + 1 }));
    case 'kill':
      return withStory(model, step.story, () => ({ state: 'killed' }));
    case 'withhold':
      return withStory(model, step.story, () => ({ state: 'withheld' }));
    case 'release':
      return withStory(model, step.story, () => ({ state: 'live' }));
    case 'lift':
      return withStory(model, step.story, () => ({ embargoed: false }));
    case 'suspend':
      return withLicence(model, step, 'suspended');
    case 'revoke':
      return withLicence(model, step, 'revoked');
    case 'ask':
    case 'reinstate':
    case 'renew':
      return withLicence(model, step, 'active');
    case 'bar':
    case 'admit':
      return { ...model, barred: model.barred.with(step.outlet, step.do === 'bar') };
    default:
      return model;
  }
}

function withStory(model: Model, at: number, change: (story: Story) => Partial<Story>): Model {
  const story = model.stories[at];
  if (!story) return model;
  return { ...model, stories: model.stories.with(at, { ...story, ...change(story) }) };
}

function withLicence(
  model: Model,
  { outlet, story }: { outlet: number; story: number },
  state: LicenceState,
): Model {
  const row = model.licences[outlet]?.with(story, state);
  return row ? { ...model, licences: model.licences.with(outlet, row) } : model;
}
