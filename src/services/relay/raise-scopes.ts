import { type Db, type Tx, transact } from '../../db/database.ts';
import { freezeKeptCopies, moveEmbargoes } from '../../db/placements/move-embargoes.ts';
import { raiseUpserts } from '../../db/placements/raise-upserts.ts';
import { raiseWithdrawals } from '../../db/placements/raise-withdrawals.ts';
import { lockScopes, type RaiseScope } from '../../db/placements/scope.ts';
import { partOutlets, weighArticles } from '../../db/placements/weigh-scopes.ts';

/** Placements that one transaction brings up to date, and holds: about a quarter of a second's worth. */
const MOST = 5_000;

/**
 * Brings the placements of these articles to what the tables say now, in as many transactions as
 * keep each of them short.
 *
 * @param andThen what is written with the last of them
 */
export async function raiseScopes(
  db: Db,
  scopes: readonly RaiseScope[],
  andThen: (tx: Tx) => Promise<void>,
): Promise<void> {
  // A scope of each kind may name the same article and outlet, and one statement takes only one.
  const bulk = scopes.filter((scope) => scope.bulk);
  const prompt = scopes.filter((scope) => !scope.bulk);
  const parts = [...(await inParts(db, prompt)), ...(await inParts(db, bulk))];
  const last = parts.pop() ?? [];
  for (const part of parts) await transact(db, (tx) => raise(tx, part));
  await transact(db, async (tx) => {
    await raise(tx, last);
    await andThen(tx);
  });
}

/** Licences are as they are to be; now placements follow, those that lose their text first. */
export async function raise(tx: Tx, scopes: readonly RaiseScope[]): Promise<number> {
  if (scopes.length === 0) return 0;
  await lockScopes(tx, scopes);
  await raiseWithdrawals(tx, scopes);
  const raised = await raiseUpserts(tx, scopes);
  await moveEmbargoes(tx, scopes);
  await freezeKeptCopies(tx, scopes);
  return raised;
}

/** Scopes together that touch no more than `MOST` placements; a larger one goes in parts. */
async function inParts(db: Db, scopes: readonly RaiseScope[]): Promise<RaiseScope[][]> {
  const whole = scopes.filter(({ outlet }) => outlet === null).map(({ article }) => article);
  const weights = whole.length === 0 ? new Map() : await weighArticles(db, whole);
  const parts: RaiseScope[][] = [];
  let room = 0;
  for (const scope of scopes) {
    const weight = scope.outlet === null ? Math.max(1, weights.get(scope.article) ?? 1) : 1;
    if (weight > MOST) {
      const pieces = await inPieces(db, scope, Math.ceil(weight / MOST));
      parts.push(...pieces.map((piece) => [piece]));
      room = 0;
    } else if (weight > room) {
      parts.push([scope]);
      room = MOST - weight;
    } else {
      parts.at(-1)?.push(scope);
      room -= weight;
    }
  }
  return parts;
}

/** Pieces touch at one outlet, which is looked at twice and raised once. */
async function inPieces(db: Db, scope: RaiseScope, pieces: number): Promise<RaiseScope[]> {
  const ends = await partOutlets(db, pieces);
  return [undefined, ...ends].map((low, i) => ({
    ...scope,
    outlets: { ...(low !== undefined && { low }), ...(ends[i] !== undefined && { high: ends[i] }) },
  }));
}
