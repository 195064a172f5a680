import { sql } from 'kysely';
import { resumeDestination } from '../../../src/services/destinations/pause-destination.ts';
import { expireLicences } from '../../../src/services/licences/expire-licences.ts';
import { resendPlacement } from '../../../src/services/placements/resend-placement.ts';
import { relayOutbox } from '../../../src/services/relay/relay-outbox.ts';
import { accepting } from '../stand/manners.ts';
import { leap } from './leap.ts';
import { takeStep } from './take-step.ts';
import type { World } from './world.ts';

const MOST_ROUNDS = 20;

/** All is mended: outlets are admitted and work, and everybody has time until nothing is left to do. */
export async function settleDown(world: World): Promise<void> {
  const { service, partners } = world;
  await world.finish();
  for (const [outlet, { system, destination }] of partners.entries()) {
    system.behave(accepting());
    await takeStep(world, { do: 'admit', outlet });
    await resumeDestination(service.as({}), { id: destination });
  }
  world.restart();
  await expireLicences(service.ctx);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    await leap(world);
    await relayOutbox(service.ctx);
    for (const id of await deadOf(world)) await resendPlacement(service.as({}), id);
    if (!(await isAnythingLeft(world))) break;
    for (const outlet of partners.keys()) await world.deliver(outlet, 'any');
    await world.finish();
    world.restart();
  }
  await world.finish();
}

async function deadOf(world: World): Promise<string[]> {
  const rows = await placementsOf(world).select('id').where('dead', '=', true).execute();
  return rows.map(({ id }) => id);
}

/** What waits for an embargo is not waited for. */
async function isAnythingLeft(world: World): Promise<boolean> {
  const due = await placementsOf(world)
    .select('id')
    .where('next_at', '<=', sql<number>`now() + interval '1 second'`)
    .execute();
  const words = await world.service.db.selectFrom('outbox').select('id').limit(1).execute();
  return due.length + words.length > 0;
}

export function placementsOf({ service, partners }: World) {
  const ids = partners.map(({ destination }) => destination);
  return service.db.selectFrom('placement').where('destination', 'in', ids);
}
