import type { Config } from '../../config.ts';
import type { Context } from '../../context.ts';
import { type Db, transact } from '../../db/database.ts';
import { type Recorder, record } from '../../db/events.ts';
import { lockLog } from '../../db/log/lock.ts';
import { addShard, listShards, type Shard } from '../../db/log/shards.ts';
import { latestCheckpoint } from '../../db/log/tree.ts';
import { logOrigin } from '../licences/uris.ts';
import { permitWholeHouse } from '../permit.ts';
import { readKept } from './kept-checkpoint.ts';
import { tellRefusal } from './told-refusal.ts';

/** Opens the log's first tree, once, at the first start. */
export async function ensureShard(db: Db, by: Recorder & { config: Config }): Promise<void> {
  if ((await listShards(db)).length > 0) return;
  const origin = logOrigin(by.config.publicUrl);
  await transact(db, (tx) =>
    addShard(tx, { number: 1, origin, reason: null, succeeds: null, openedAt: by.now() }),
  );
}

/**
 * Opens a new tree under a name of its own: what the former has lost cannot be hidden, and what
 * comes is signed again. Events that have no leaf get theirs in the new tree.
 *
 * @param reason in words, for whoever compares the trees later
 * @returns the new tree
 * @throws DomainError `not-permitted`
 */
export async function openShard(ctx: Context, reason: string): Promise<Shard> {
  permitWholeHouse(ctx.caller);
  const kept = await readKept(ctx.config);
  return transact(ctx.db, async (tx) => {
    await lockLog(tx);
    const shards = await listShards(tx);
    const [last] = shards;
    const head = last && (await latestCheckpoint(tx, last.number));
    const succeeds = kept?.note ?? head?.note ?? null;
    const named = [...shards.map(({ origin }) => origin), kept?.checkpoint.origin ?? ''];
    const number = 1 + Math.max(0, ...shards.map((shard) => shard.number));
    const origin = freeName(logOrigin(ctx.config.publicUrl), named);
    const shard = { number, origin, reason, succeeds };
    await addShard(tx, { ...shard, openedAt: ctx.now() });
    await record(tx, ctx, {
      type: 'log.shard-opened',
      subject: { kind: 'log', id: origin },
      after: shard,
    });
    await tellRefusal(tx, undefined);
    return { ...shard, opened_at: ctx.now() };
  });
}

/** The log's own name, then with /2, /3 and so on behind it; never one that was ever used. */
function freeName(base: string, used: readonly string[]): string {
  if (!used.some((origin) => origin === base || origin.startsWith(`${base}/`))) return base;
  const numbers = used
    .filter((origin) => origin.startsWith(`${base}/`))
    .map((origin) => Number(origin.slice(base.length + 1)));
  return `${base}/${1 + Math.max(1, ...numbers)}`;
}
