import type { Context } from '../../context.ts';
import { transact } from '../../db/database.ts';
import { listingAny } from '../../db/latest.ts';
import * as outbox from '../../db/outbox.ts';
import { freezeKeptCopies, moveEmbargoes } from '../../db/placements/move-embargoes.ts';
import { placedWithin } from '../../db/placements/placed-within.ts';
import { raiseUpserts } from '../../db/placements/raise-upserts.ts';
import { raiseWithdrawals } from '../../db/placements/raise-withdrawals.ts';
import { lockScopes } from '../../db/placements/scope.ts';
import { revokeKilledLicences } from './revoke-killed-licences.ts';
import { succeedLicences } from './succeed-licences.ts';
import { tellUnfollowed } from './tell-unfollowed.ts';

const MOST = 500;

/**
 * Acts on what committed changes left word of, some at a time.
 *
 * A row only names an article; licences first, then placements, are brought to what the tables say
 * now. Doing it twice, late, or by two relays at once comes to the same.
 *
 * @returns how many rows were acted on; fewer than asked for means that none wait
 */
export async function relayOutbox(ctx: Context): Promise<{ rows: number; more: boolean }> {
  const rows = await outbox.take(ctx.db, MOST);
  if (rows.length === 0) return { rows: 0, more: false };
  try {
    await act(ctx, rows);
  } catch (error) {
    await outbox.putBack(ctx.db, rows);
    throw error;
  }
  return { rows: rows.length, more: rows.length === MOST };
}

async function act(ctx: Context, rows: readonly outbox.OutboxRow[]): Promise<void> {
  const scopes = distinct([...(await scopesOf(ctx, rows)), ...(await listersOf(ctx, rows))]);
  const articles = [...new Set(scopes.map((scope) => scope.article))];
  await revokeKilledLicences(ctx, articles);
  await succeedLicences(ctx, articles);
  await tellUnfollowed(ctx, articles);
  await transact(ctx.db, async (tx) => {
    await lockScopes(tx, scopes);
    await raiseWithdrawals(tx, scopes);
    await raiseUpserts(tx, scopes);
    await moveEmbargoes(tx, scopes);
    await freezeKeptCopies(tx, scopes);
    await outbox.drop(tx, rows);
  });
  ctx.log.debug({ rows: rows.length, scopes: scopes.length }, 'relayed');
}

/** The articles that the rows name, and those of the publications that they name. */
async function scopesOf(ctx: Context, rows: readonly outbox.OutboxRow[]): Promise<outbox.Scope[]> {
  const named = rows.flatMap(({ article, outlet }) =>
    article === null ? [] : [{ article, outlet }],
  );
  const reaches = rows.flatMap(({ publication, outlet }) =>
    publication === null || outlet === null ? [] : [{ publication, outlet }],
  );
  return [...named, ...(await placedWithin(ctx.db, reaches))];
}

/** Those that list a killed story have to show it no longer. */
function listersOf(ctx: Context, rows: readonly outbox.OutboxRow[]): Promise<outbox.Scope[]> {
  const killed = rows.filter(({ kind }) => kind === 'article.killed');
  return listingAny(
    ctx.db,
    killed.flatMap(({ article }) => article ?? []),
  );
}

/** Each article and outlet once; an article as a whole covers all its outlets. */
function distinct(rows: readonly outbox.Scope[]): outbox.Scope[] {
  const whole = new Set(rows.filter((row) => row.outlet === null).map((row) => row.article));
  const scopes = new Map<string, outbox.Scope>();
  for (const { article, outlet } of rows) {
    if (outlet !== null && whole.has(article)) continue;
    scopes.set(`${article} ${outlet}`, { article, outlet });
  }
  return [...scopes.values()];
}
