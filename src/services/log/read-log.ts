import { writeEntries } from '../../audit/entries.ts';
import { TILE_WIDTH } from '../../audit/tile.ts';
import { type NamedTile, readTilePath } from '../../audit/tile-path.ts';
import type { Context } from '../../context.ts';
import { readCommitments } from '../../db/log/entries.ts';
import { listShards, type Shard } from '../../db/log/shards.ts';
import { type CheckpointRow, latestCheckpoint, readTiles } from '../../db/log/tree.ts';
import { DomainError } from '../../domain/errors.ts';

export interface Tree {
  shard: Shard;
  /** Undefined before the first leaf. */
  head: CheckpointRow | undefined;
}

/** Every tree of the log, the newest first. */
export async function listTrees({ db }: Pick<Context, 'db'>): Promise<Tree[]> {
  const shards = await listShards(db);
  return Promise.all(
    shards.map(async (shard) => ({ shard, head: await latestCheckpoint(db, shard.number) })),
  );
}

/**
 * The newest signed note of a tree.
 *
 * @param tree the number behind the log's name; undefined: the first
 * @throws DomainError `log-part-not-found`
 */
export async function readLogCheckpoint(
  ctx: Pick<Context, 'db'>,
  tree: string | undefined,
): Promise<string> {
  const { number } = await findTree(ctx, tree);
  const head = await latestCheckpoint(ctx.db, number);
  if (head) return head.note;
  throw noPart('The log has no checkpoint yet: its first leaves come within a second.');
}

/**
 * A tile, or the entries under one, by its path (C2SP tlog-tiles).
 *
 * @throws DomainError `log-part-not-found` for what is no path, or not there yet
 */
export async function readLogTile(
  ctx: Pick<Context, 'db'>,
  { tree, path }: { tree: string | undefined; path: string },
): Promise<Buffer> {
  const tile = readTilePath(path);
  if (!tile) throw noPart(`No tile is called ${path.slice(0, 64)}.`);
  const { number } = await findTree(ctx, tree);
  const bytes = tile.level === 'entries' ? entriesOf : hashesOf;
  const found = await bytes(ctx, number, tile);
  if (found) return found;
  throw noPart(`The tree has no tile ${path} yet; its checkpoint says how many leaves it has.`);
}

async function entriesOf({ db }: Pick<Context, 'db'>, shard: number, tile: NamedTile) {
  const range = { from: tile.index * TILE_WIDTH, count: tile.width };
  const commitments = await readCommitments(db, shard, range);
  return commitments.length === tile.width ? writeEntries(commitments) : undefined;
}

async function hashesOf({ db }: Pick<Context, 'db'>, shard: number, tile: NamedTile) {
  const id = { level: Number(tile.level), index: tile.index };
  const hashes = (await readTiles(db, shard, [id]))(id) ?? [];
  return hashes.length < tile.width ? undefined : Buffer.concat(hashes.slice(0, tile.width));
}

/** By what stands behind `/log` in its name. */
async function findTree(ctx: Pick<Context, 'db'>, tree: string | undefined): Promise<Shard> {
  const ending = tree === undefined ? '/log' : `/log/${tree}`;
  const shard = (await listShards(ctx.db)).find(({ origin }) => origin.endsWith(ending));
  if (shard) return shard;
  throw noPart(`The log has no tree ${tree ?? 'of this name'}.`);
}

function noPart(detail: string): DomainError {
  return new DomainError('log-part-not-found', detail);
}
