import type { Context } from '../../context.ts';
import { listingAny } from '../../db/latest.ts';
import type { OutboxRow, Scope } from '../../db/outbox.ts';
import type { RaiseScope } from '../../db/placements/scope.ts';
import { withinReach } from '../../db/placements/within-reach.ts';

/** What the rows have to have looked at. */
export interface Wanted {
  scopes: RaiseScope[];
  /** Placed behind everything else, once the rest stands. */
  backFill: RaiseScope[];
}

/**
 * The articles that the rows name, those of the publications that they name, and those that list a
 * story which was taken back or has returned.
 */
export async function scopesOf(ctx: Context, rows: readonly OutboxRow[]): Promise<Wanted> {
  const named = rows.flatMap((row) =>
    row.article === null ? [] : [{ article: row.article, outlet: row.outlet, ...causeOf(row) }],
  );
  const within = await withinReach(ctx.db, rows.flatMap(reachOf));
  const cause = new Map(rows.map((row) => [row.outlet, causeOf(row)]));
  const caused = (scope: Scope): RaiseScope => ({ ...scope, ...cause.get(scope.outlet) });
  return {
    scopes: distinct([...(await listersOf(ctx, rows)), ...within.kept.map(caused), ...named]),
    backFill: within.backFill.map((scope) => ({ ...caused(scope), bulk: {} })),
  };
}

/** The publications of which an outlet's articles have to be looked at. */
export function reachOf({ publication, outlet }: OutboxRow) {
  return publication === null || outlet === null ? [] : [{ publication, outlet }];
}

const SHOWS: ReadonlySet<string> = new Set([
  'article.killed',
  'article.withheld',
  'article.released',
]);

/** Those that list a story have to stop showing it, or may show it again. */
async function listersOf(ctx: Context, rows: readonly OutboxRow[]): Promise<RaiseScope[]> {
  const changed = rows.filter(({ kind }) => SHOWS.has(kind));
  const last = changed.at(-1);
  if (!last) return [];
  const listers = await listingAny(
    ctx.db,
    changed.flatMap(({ article }) => article ?? []),
  );
  return listers.map((scope) => ({ ...scope, ...causeOf(last) }));
}

function causeOf({ createdAt: at, requestId: by }: OutboxRow) {
  return { at, by };
}

/** Each article and outlet once, by the last cause; an article as a whole covers all its outlets. */
function distinct(rows: readonly RaiseScope[]): RaiseScope[] {
  const whole = new Set(rows.filter((row) => row.outlet === null).map((row) => row.article));
  const scopes = new Map<string, RaiseScope>();
  for (const row of rows) {
    if (row.outlet !== null && whole.has(row.article)) continue;
    scopes.set(`${row.article} ${row.outlet}`, row);
  }
  return [...scopes.values()];
}
