import { canonicalOf } from './canonical-text.ts';
import { withoutReferences } from './character-references.ts';
import { isHidden, isOurs, type PageTag, pageTags } from './page-tags.ts';

/** A stretch of a page's text without an edge of a block in it, in canonical form. */
export interface PageBlock {
  text: string;
  /** Whether the service put it there beside the body: headline, byline, footer, latest block. */
  isOurs: boolean;
}

/** Elements that do not part the text they stand in. */
const INLINE: ReadonlySet<string> = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q ruby ' +
    'rb rt rp s samp small span strike strong sub sup time tt u var wbr'
  ).split(' '),
);

/** Elements without content; they have no end. */
const VOID: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta source track wbr'.split(' '),
);

/** Content that is not text of the page. */
const UNREAD: ReadonlySet<string> = new Set(
  'head script style template noscript title textarea select svg math iframe object'.split(' '),
);

/** An element that makes what is in it unread, or ours, until it ends. */
interface Cover {
  name: string;
  isUnread: boolean;
  /** How many elements of its name are open, itself among them. */
  depth: number;
}

/**
 * Reads the text of a page or of a part of one, block by block, in one pass over it. Nothing is
 * run and nothing is loaded: what a style sheet hides counts as shown.
 */
export function pageBlocks(html: string): PageBlock[] {
  const blocks: PageBlock[] = [];
  const covers: Cover[] = [];
  let text = '';
  for (const { before, tag } of pageTags(html)) {
    if (!covers.at(-1)?.isUnread) text += withoutReferences(before);
    const wasOurs = covers.length > 0;
    const isEdge = tag === undefined || moveCovers(covers, tag) || !INLINE.has(tag.name);
    if (!isEdge) continue;
    const canonical = canonicalOf(text);
    if (canonical !== '') blocks.push({ text: canonical, isOurs: wasOurs });
    text = '';
  }
  return blocks;
}

/** Opens and closes covers at a tag. @returns whether one was */
function moveCovers(covers: Cover[], tag: PageTag): boolean {
  const closed = covers.at(-1);
  const isClosing = closed !== undefined && endsCover(closed, tag);
  if (isClosing) covers.pop();
  if (tag.isEnd || VOID.has(tag.name)) return isClosing;
  const top = covers.at(-1);
  const isUnread = UNREAD.has(tag.name) || isHidden(tag);
  if (!top?.isUnread && (isUnread || (isOurs(tag) && !top))) {
    covers.push({ name: tag.name, isUnread, depth: 1 });
    return true;
  }
  if (top?.name === tag.name) top.depth += 1;
  return isClosing;
}

function endsCover(cover: Cover, { name, isEnd }: PageTag): boolean {
  // A paragraph ends where a block begins, also without an end tag.
  if (!isEnd) return cover.name === 'p' && !INLINE.has(name) && !UNREAD.has(name);
  if (name === cover.name) cover.depth -= 1;
  return cover.depth === 0;
}
