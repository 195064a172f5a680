import type { Context } from '../../context.ts';
import { transact } from '../../db/database.ts';
import { writeDecided } from '../../db/decisions.ts';
import { type Event, eventRow } from '../../db/events.ts';
import { passOn } from '../../db/licence-changes.ts';
import { revoke } from '../../db/licence-endings.ts';
import type { Reach } from '../../db/outbox.ts';
import {
  findOvertaken,
  findOvertakenFeeds,
  lockActive,
  type Overtaken,
  type Succession,
  supersede,
} from '../../db/successions.ts';
import { issuedEvent } from '../licences/issued.ts';
import { superseded } from '../licences/superseded.ts';
import { draftSuccessors } from './draft-successors.ts';

const BATCH = 500;

/**
 * Issues successors for the licences of these articles that something has overtaken; see
 * `findOvertaken`. Until its successor stands, the old licence stays active.
 */
export async function succeedLicences(ctx: Context, articles: readonly string[]): Promise<void> {
  let after: Overtaken | undefined;
  do {
    const found = await findOvertaken(ctx.db, articles, { after, limit: BATCH });
    if (found.length > 0) await succeedBatch(ctx, found);
    after = found.length === BATCH ? found.at(-1) : undefined;
  } while (after);
}

/** The same for the standing licences of outlets for publications; see `findOvertakenFeeds`. */
export async function succeedFeedLicences(ctx: Context, reaches: readonly Reach[]): Promise<void> {
  if (reaches.length === 0) return;
  let after: Overtaken | undefined;
  do {
    const found = await findOvertakenFeeds(ctx.db, reaches, { after, limit: BATCH });
    if (found.length > 0) await succeedBatch(ctx, found);
    after = found.length === BATCH ? found.at(-1) : undefined;
  } while (after);
}

/** Signs outside the transaction, and then writes what is still to be done. */
async function succeedBatch(ctx: Context, overtaken: readonly Overtaken[]): Promise<void> {
  // This process may not have heard yet: nothing is signed anew with the key that is the reason.
  if (overtaken.some(({ reason }) => reason === 'key-compromised')) await ctx.keys.reload();
  const drafts = await draftSuccessors(ctx, overtaken);
  const reasons = new Map(overtaken.map(({ id, reason }) => [id, reason]));
  await transact(ctx.db, async (tx) => {
    const held = await lockActive(tx, [...reasons.keys()]);
    const successors = drafts.issued.filter(({ prev }) => prev !== null && held.has(prev));
    const ended = drafts.pointless.filter(({ id }) => held.has(id));
    const successions = successors.flatMap(({ id: successor, prev: id }): Succession[] => {
      const reason = id === null ? undefined : reasons.get(id);
      return id === null || reason === undefined ? [] : [{ id, successor, reason }];
    });
    await supersede(tx, successions);
    for (const { id } of ended) await revoke(tx, id, { at: ctx.now(), reason: NO_TIME });
    await writeDecided(tx, {
      requests: [],
      licences: successors,
      events: [
        ...successors.map((licence) => issuedEvent(ctx, licence)),
        ...successions.map((succession) => eventRow(ctx, superseded(succession))),
        ...ended.map(({ id }) => eventRow(ctx, revoked(id))),
      ],
      outbox: [],
    });
    await passOn(tx, successions);
  });
}

const NO_TIME = 'embargo-past-end';

function revoked(id: string): Event {
  return {
    type: 'licence.revoked',
    subject: { kind: 'licence', id },
    before: { state: 'active' },
    after: { state: 'revoked', reason: NO_TIME },
  };
}
