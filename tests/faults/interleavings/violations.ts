import { findDrift } from '../../../src/db/placements/drift.ts';
import type { Arrival } from '../stand/arrival.ts';
import { newestOf } from './act-on-licence.ts';
import { isPermitted, type Model, type Wanted, wantedOf } from './model.ts';
import { placementsOf } from './settle-down.ts';
import type { World } from './world.ts';

/** What was so from an instant on. */
export interface Moment {
  /** Epoch milliseconds. */
  since: number;
  model: Model;
}

/** The longest that a send which was checked may take to its first byte. */
const UNDER_WAY_MS = 1_000;

/** What an outlet saw and must not have seen, or does not have in the end; a sentence each. */
export async function violations(
  world: World,
  history: readonly Moment[],
): Promise<readonly string[]> {
  const model = history.at(-1)?.model;
  if (!model) throw new Error('a history has a beginning');
  const found = [...(await unsettled(world)), ...(await adrift(world))];
  for (const [outlet, { system }] of world.partners.entries()) {
    for (const [story, article] of world.articles.entries()) {
      const arrivals = system.arrivals.filter((arrival) => arrival.article === article);
      const wanted = wantedOf(model, outlet, story);
      const sentences = [
        ...wrongEnd(arrivals, wanted?.version ?? null, isKilled(model, story)),
        ...(await wrongLicence(world, arrivals, outlet, wanted)),
        ...backwards(arrivals),
        ...forbidden(world, history, { arrivals, outlet, story }),
      ];
      found.push(...sentences.map((sentence) => `outlet ${outlet}, story ${story}: ${sentence}`));
    }
  }
  return found;
}

function isKilled({ stories }: Model, story: number): boolean {
  return stories[story]?.state === 'killed';
}

function wrongEnd(arrivals: readonly Arrival[], wanted: number | null, killed: boolean): string[] {
  const applied = arrivals.filter((arrival) => arrival.applied);
  const last = applied.at(-1);
  const stands = last?.operation === 'upsert' ? last.version : null;
  if (stands !== wanted) return [`ends with version ${stands} instead of ${wanted}`];
  const hadText = applied.some(({ operation }) => operation === 'upsert');
  if (killed && hadText && last?.reason !== 'killed') {
    return [`was never told that it was killed, only ${last?.reason}`];
  }
  return [];
}

/** What stands has to go under the newest licence of those that let it. */
async function wrongLicence(
  world: World,
  arrivals: readonly Arrival[],
  outlet: number,
  wanted: Wanted | null,
): Promise<string[]> {
  const last = arrivals.filter(({ applied }) => applied).at(-1);
  if (wanted === null || last?.operation !== 'upsert') return [];
  const licence = await newestOf(world, outlet, wanted.under);
  return last.licence === licence ? [] : [`ends under licence ${last.licence}, not ${licence}`];
}

function backwards(arrivals: readonly Arrival[]): string[] {
  const texts = arrivals.filter(({ applied, operation }) => applied && operation === 'upsert');
  return texts
    .filter(({ version }, at) => version < (texts[at - 1]?.version ?? 0))
    .map(({ version }) => `version ${version} took effect after a newer one`);
}

interface Seen {
  arrivals: readonly Arrival[];
  outlet: number;
  story: number;
}

/**
 * Text that came while it was not permitted. What was claimed and checked before that began may
 * still have been on its way, for a moment.
 */
function forbidden(world: World, history: readonly Moment[], seen: Seen): string[] {
  const { arrivals, outlet, story } = seen;
  return arrivals
    .filter(({ operation, at, version }) => {
      if (operation !== 'upsert') return false;
      const moments = momentsBetween(history, checkedAt(world, outlet, at), at);
      return !moments.some(({ model }) => isPermitted(model, outlet, story, version));
    })
    .map(({ seq, version }) => `version ${version} (seq ${seq}) came when it must not`);
}

/** The earliest instant at which what came at `at` can have been claimed. */
function checkedAt({ turns }: World, outlet: number, at: number): number {
  const started = turns
    .filter((turn) => turn.outlet === outlet && turn.startedAt <= at && at <= turn.endedAt)
    .map(({ startedAt }) => startedAt);
  return Math.max(at - UNDER_WAY_MS, Math.min(at, ...started));
}

function momentsBetween(history: readonly Moment[], from: number, to: number): Moment[] {
  return history.filter(({ since }, at) => {
    const until = history[at + 1]?.since ?? Number.POSITIVE_INFINITY;
    return since <= to && until >= from;
  });
}

/** What the service does not know, holds, or would do again. */
async function unsettled(world: World): Promise<string[]> {
  const rows = await placementsOf(world)
    .select(['id', 'wanted_seq', 'placed_seq', 'wanted_op', 'sent', 'lease_token', 'dead'])
    .execute();
  return rows
    .filter(
      (row) =>
        row.lease_token !== null || row.dead || (row.sent && row.placed_seq !== row.wanted_seq),
    )
    .map((row) => `the service has not settled ${JSON.stringify(row)}`);
}

/** What the sweep would find, which is there for words that were lost: here none was. */
async function adrift({ service, articles }: World): Promise<string[]> {
  const drift = await findDrift(service.db, 1_000);
  return drift
    .filter(({ article }) => articles.includes(article))
    .map((scope) => `the sweep finds ${JSON.stringify(scope)}`);
}
