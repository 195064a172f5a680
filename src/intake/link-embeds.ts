import type { Element, ElementContent, Nodes, Root } from 'hast';
import { SKIP, visitParents } from 'unist-util-visit-parents';
import { elementsIn } from './elements-in.ts';
import { type EmbedLink, embedLink } from './embed-link.ts';

const EMBEDS: ReadonlySet<string> = new Set(['audio', 'embed', 'iframe', 'object', 'video']);
const CUSTOM_EMBED =
  /^(?:amp-(?:audio|dailymotion|iframe|video|vimeo|youtube)|lite-(?:vimeo|youtube))$/;

/**
 * Puts a link where something is embedded: what runs on another site does not leave with a story,
 * but readers can go and see it. Gives the links.
 */
export function linkEmbeds(root: Root, baseUrl: string): string[] {
  if (!elementsIn(root).some(isEmbed)) return [];
  const links: string[] = [];
  visitParents(root, 'element', (node, ancestors) => {
    if (!isEmbed(node)) return undefined;
    const link = embedLink(node, baseUrl);
    if (link) links.push(link.href);
    const linked = link ? [linkedFigure(link, ancestors)] : [];
    // Where a custom element is not known, or an object cannot be shown, what is in it is read.
    const keepsInner = isCustom(node) || (node.tagName === 'object' && !link);
    if (keepsInner) return replace(node, [...linked, ...node.children]);
    replace(node, linked);
    return SKIP;
  });
  return links;
}

function isEmbed(node: Element): boolean {
  return EMBEDS.has(node.tagName) || isCustom(node);
}

function isCustom({ tagName }: Element): boolean {
  return CUSTOM_EMBED.test(tagName);
}

function replace(node: Element, children: ElementContent[]): void {
  node.tagName = 'span';
  node.properties = {};
  node.children = children;
}

/** In a figure the link alone: its caption is the embed's. */
function linkedFigure({ href, words }: EmbedLink, ancestors: readonly Nodes[]): Element {
  const text = { type: 'text' as const, value: words };
  const link = element('a', { href }, [text]);
  const inFigure = ancestors.some((node) => 'tagName' in node && node.tagName === 'figure');
  return inFigure ? link : element('figure', {}, [link]);
}

function element(
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): Element {
  return { type: 'element', tagName, properties, children };
}
