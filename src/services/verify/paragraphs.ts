import type { Context } from '../../context.ts';
import { bodiesUpTo } from '../../db/placements/look.ts';
import { canonicalText, readBody } from '../../intake/index.ts';

/** Shorter ones may stand on any page. */
const LEAST_CHARACTERS = 60;

/** Enough to know a text by, and little to look for. */
const MOST = 40;

/**
 * The words by which a copy of a story is known on a page: its longer paragraphs, in the versions
 * that were sent; of a story that has only short ones, the longest.
 */
export async function paragraphsOf(
  { db }: Pick<Context, 'db'>,
  article: string,
  version: number,
): Promise<string[]> {
  const bodies = await bodiesUpTo(db, article, version);
  const all = bodies.flatMap((body) => readBody(body).children.map(canonicalText));
  const words = [...new Set(all)].filter((paragraph) => paragraph !== '');
  const longer = words.filter(({ length }) => length >= LEAST_CHARACTERS);
  return longer.length > 0 ? longer.slice(0, MOST) : words.sort(longestFirst).slice(0, 1);
}

function longestFirst(one: string, other: string): number {
  return other.length - one.length;
}
