import type { Element, ElementContent, Nodes, Root } from 'hast';
import { sanitize } from 'hast-util-sanitize';
import { spelledUrl } from './absolute-url.ts';
import { arrangeBlocks } from './arrange-blocks.ts';
import { writeHtml } from './body-html.ts';
import { boundElements } from './bound-elements.ts';
import { type CodedNotice, embedsLinked, imagesUnlisted } from './coded-notice.ts';
import { dropHidden } from './drop-hidden.ts';
import { liftNoscript } from './lift-noscript.ts';
import { linkEmbeds } from './link-embeds.ts';
import { markCaptions } from './mark-captions.ts';
import { DEEPEST, parseHtml } from './parse-html.ts';
import { schema } from './schema.ts';
import { settleElements } from './settle-elements.ts';
import { settleImages } from './settle-images.ts';

/** Where a body stands, and what was put in beside it. */
export interface Surroundings {
  /** What is relative in the HTML is relative to this. */
  baseUrl: string;
  /** URLs of the images that were listed. */
  images: readonly string[];
}

export interface CleanBody {
  blocks: Element[];
  notices: CodedNotice[];
}

/**
 * The blocks of an article out of anybody's HTML: nothing that runs, tracks or styles is left.
 *
 * @throws DomainError `invalid-request` for markup that cannot be read in bounded time
 */
export function cleanHtml(html: string, around: Surroundings): CleanBody {
  const listed = new Set(around.images.map(spelledUrl));
  const root = parseHtml(html);
  const embeds = settle(root, around.baseUrl, listed);
  const blocks = boundElements(arrangeBlocks(childrenOf(sanitize(root, schema))), 'html');
  const notices = [...embedsLinked(blocks, embeds), ...imagesUnlisted(blocks, listed)];
  if (blocks.every((block) => depthOf(block) <= DEEPEST)) return { blocks, notices };
  // Items and paragraphs that were added have brought something below the depth that is kept.
  return { blocks: cleanHtml(writeHtml(blocks), around).blocks, notices };
}

/** Gives everything the one form it is kept in; gives the links that embeds became. */
function settle(root: Root, baseUrl: string, listed: ReadonlySet<string>): string[] {
  dropHidden(root);
  liftNoscript(root, settleImages(root, baseUrl, listed));
  const embeds = linkEmbeds(root, baseUrl);
  markCaptions(root);
  settleElements(root, baseUrl);
  return embeds;
}

function depthOf(node: Nodes): number {
  if (node.type !== 'element') return 0;
  return 1 + node.children.reduce((deepest, child) => Math.max(deepest, depthOf(child)), 0);
}

/** The sanitiser gives a lone child in the place of its root. */
function childrenOf(safe: Nodes): ElementContent[] {
  const nodes = safe.type === 'root' ? safe.children : [safe];
  return nodes.filter((node) => node.type === 'element' || node.type === 'text');
}
