import { after, type There } from './after.ts';
import { BEGINNING, isPermitted, type Model } from './model.ts';
import { placementsOf, settleDown } from './settle-down.ts';
import { OUTLETS, STORIES, type Step } from './step.ts';
import { takeStep } from './take-step.ts';
import { type Moment, violations } from './violations.ts';
import { openWorld, type Premises, type World } from './world.ts';

/** Lives through the steps, mends everything, and tells what was seen that must not be. */
export async function playLife(
  premises: Premises,
  steps: readonly Step[],
): Promise<readonly string[]> {
  const world = await openWorld(premises);
  const history: Moment[] = [{ since: 0, model: BEGINNING }];
  for (const step of steps) {
    const before = history.at(-1)?.model ?? BEGINNING;
    const startedAt = Date.now();
    if (!(await takeStep(world, step))) continue;
    const endedAt = Date.now();
    const model = after(before, step, await whatIsThere(world));
    // What permits is so from the call on, what forbids from its answer on: between, both may be seen.
    const since = permitsMore(before, model) ? startedAt : endedAt;
    if (model !== before) history.push({ since, model });
  }
  const barredNoMore = history.at(-1)?.model ?? BEGINNING;
  const barred = barredNoMore.barred.map(() => false);
  history.push({ since: Date.now(), model: { ...barredNoMore, barred } });
  await settleDown(world);
  return violations(world, history);
}

function permitsMore(before: Model, model: Model): boolean {
  for (let outlet = 0; outlet < OUTLETS; outlet++) {
    for (let story = 0; story < STORIES; story++) {
      const versions = model.stories[story]?.fits.length ?? 0;
      for (let version = 1; version <= versions; version++) {
        const isNow = isPermitted(model, outlet, story, version);
        if (isNow && !isPermitted(before, outlet, story, version)) return true;
      }
    }
  }
  return false;
}

async function whatIsThere(world: World): Promise<There> {
  const rows = await placementsOf(world).select(['destination', 'article']).execute();
  return world.partners.map(({ destination }) =>
    Array.from({ length: STORIES }, (_, at) =>
      rows.some((row) => row.destination === destination && row.article === world.articles[at]),
    ),
  );
}
