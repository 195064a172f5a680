import type { Context } from '../../context.ts';
import * as outbox from '../../db/outbox.ts';
import { surely } from '../../db/surely.ts';
import { raiseScopes } from './raise-scopes.ts';
import { revokeKilledLicences } from './revoke-killed-licences.ts';
import { reachOf, scopesOf } from './scopes-of.ts';
import { succeedFeedLicences, succeedLicences } from './succeed-licences.ts';
import { tellUnfollowed } from './tell-unfollowed.ts';

const MOST = 500;

/**
 * Acts on what committed changes left word of, some at a time.
 *
 * A row only names an article or a publication; licences first, then placements, are brought to
 * what the tables say now. Doing it twice, late, or by two relays at once comes to the same.
 *
 * @returns how many rows were acted on, and whether more may wait
 */
export async function relayOutbox(ctx: Context): Promise<{ rows: number; more: boolean }> {
  const rows = await outbox.take(ctx.db, MOST);
  if (rows.length === 0) return { rows: 0, more: false };
  try {
    await act(ctx, rows);
  } catch (error) {
    await surely(() => outbox.putBack(ctx.db, rows));
    throw error;
  }
  return { rows: rows.length, more: rows.length >= MOST };
}

async function act(ctx: Context, rows: readonly outbox.OutboxRow[]): Promise<void> {
  const articles = [...new Set(rows.flatMap(({ article }) => article ?? []))];
  await revokeKilledLicences(ctx, articles);
  await succeedLicences(ctx, articles);
  await succeedFeedLicences(ctx, rows.flatMap(reachOf));
  await tellUnfollowed(ctx, articles);
  const { scopes, backFill } = await scopesOf(ctx, rows);
  await raiseScopes(ctx.db, [...scopes, ...backFill], (tx) => outbox.drop(tx, rows));
  ctx.log.debug({ rows: rows.length, scopes: scopes.length + backFill.length }, 'relayed');
}
