import type { Element, ElementContent, Nodes } from 'hast';
import { sanitize } from 'hast-util-sanitize';
import { arrangeBlocks } from './arrange-blocks.ts';
import { boundElements } from './bound-elements.ts';
import { type CodedNotice, embedsLinked, imagesUnlisted } from './coded-notice.ts';
import { dropHidden } from './drop-hidden.ts';
import { liftNoscript } from './lift-noscript.ts';
import { linkEmbeds } from './link-embeds.ts';
import { markCaptions } from './mark-captions.ts';
import { parseHtml } from './parse-html.ts';
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
export function cleanHtml(html: string, { baseUrl, images }: Surroundings): CleanBody {
  const listed = new Set(images.map(spelled));
  const root = parseHtml(html);
  dropHidden(root);
  liftNoscript(root, settleImages(root, baseUrl, listed));
  const embeds = linkEmbeds(root, baseUrl);
  markCaptions(root);
  settleElements(root, baseUrl);
  const blocks = boundElements(arrangeBlocks(childrenOf(sanitize(root, schema))), 'html');
  return { blocks, notices: [...embedsLinked(blocks, embeds), ...imagesUnlisted(blocks, listed)] };
}

/** As the platform spells it, which is how intake spells URLs. */
function spelled(url: string): string {
  return URL.canParse(url) ? new URL(url).href : url;
}

/** The sanitiser gives a lone child in the place of its root. */
function childrenOf(safe: Nodes): ElementContent[] {
  const nodes = safe.type === 'root' ? safe.children : [safe];
  return nodes.filter((node) => node.type === 'element' || node.type === 'text');
}
