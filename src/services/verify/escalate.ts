import type { Context } from '../../context.ts';
import { leaveAlert } from '../../db/alerts.ts';
import { type Tx, transact } from '../../db/database.ts';
import { PULL } from '../../db/destinations.ts';
import * as events from '../../db/events.ts';
import { tell } from '../../db/notices.ts';
import { type Lingering, takeLingering } from '../../db/placements/escalation.ts';
import { LADDER_MS } from '../../domain/look-ladder.ts';
import { tellWithLink } from '../placements/tell-copy.ts';
import { foundOf } from './found-of.ts';
import { ALERT, alertOf } from './lingering-alert.ts';

const MOST = 500;

/**
 * Calls people for what no machine could settle: copies of killed and withheld stories that are not
 * known to be gone after the whole ladder. The house is told by mail and by the operator's webhook,
 * the outlet by mail with a link. The service goes on trying.
 *
 * @returns how many copies people were called for
 */
export async function escalate(ctx: Context): Promise<number> {
  const called = await transact(ctx.db, async (tx) => {
    const lingering = await takeLingering(tx, { afterMs: LADDER_MS, limit: MOST });
    for (const copies of byStory(lingering)) await callFor(tx, ctx, copies);
    return lingering;
  });
  for (const { id: placement, article, outlet } of called) {
    ctx.log.warn({ placement, article, outlet }, 'people were called for a copy that is not gone');
  }
  return called.length;
}

type Story = readonly [Lingering, ...Lingering[]];

function byStory(lingering: readonly Lingering[]): Story[] {
  const stories = new Map<string, [Lingering, ...Lingering[]]>();
  for (const copy of lingering) {
    const known = stories.get(copy.article);
    if (known) known.push(copy);
    else stories.set(copy.article, [copy]);
  }
  return [...stories.values()];
}

async function callFor(tx: Tx, ctx: Context, copies: Story): Promise<void> {
  await tellHouse(tx, ctx, copies);
  for (const copy of copies) await tellOutlet(tx, ctx, copy);
  await events.recordAll(tx, ctx, copies.map(eventOf));
  if (!ctx.config.hasAlertHook) return;
  const body = JSON.stringify(alertOf(copies, ctx.config.publicUrl));
  await leaveAlert(tx, {
    id: ctx.newId(),
    kind: ALERT.kind,
    body,
    at: new Date(ctx.now()),
  });
}

async function tellHouse(tx: Tx, ctx: Context, copies: Story): Promise<void> {
  const [{ article, headline, publication }] = copies;
  const named = copies.map((copy) => ({
    outlet: copy.outletName,
    where: copy.remoteRef,
    found: foundOf(copy),
  }));
  const about = { kind: 'article', id: article };
  const facts = { headline, copies: named };
  await tell(tx, ctx, [{ kind: 'copies-not-gone', facts, outlet: null, publication, about }]);
}

/** Of what they took themselves its people are reminded anyway. */
async function tellOutlet(tx: Tx, ctx: Context, copy: Lingering): Promise<void> {
  if (copy.channel === PULL) return;
  const { headline, canonicalUrl, remoteRef: where, outlet, publication } = copy;
  const about = { kind: 'placement', id: copy.id };
  const facts = { headline, canonicalUrl, reminders: 0, where, found: foundOf(copy) };
  const notice = { kind: 'copy-still-there', facts, outlet, publication, about } as const;
  await tellWithLink(tx, ctx, copy, notice);
}

function eventOf({ id, article, outlet, seq, reason }: Lingering): events.Event {
  const subject = { kind: 'placement', id };
  return { type: 'placement.escalated', subject, after: { article, outlet, seq, reason } };
}
