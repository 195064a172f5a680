import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { oneLine } from '../domain/characters.ts';
import { hasContent, spelledUrl } from '../intake/index.ts';
import type { Image, Story } from './format.ts';
import { lineWords, withWords } from './image-words.ts';

/** The body as it may leave, and the images that do not stand in it yet. */
export interface LicensedBody {
  blocks: Element[];
  images: Image[];
}

interface Walk {
  allowed: ReadonlyMap<string, Image>;
  shown: Set<string>;
  /** The images of the figure that is being walked, if it is one. */
  figure: Image[] | null;
}

/**
 * The body with its dateline, and only with images that may leave, each with its credit. Words
 * stay, captions too, even where the image goes: the integrity in the licence is over them. What
 * is added is marked by a class `imprimatur-…`.
 */
export function licensedBody(story: Story): LicensedBody {
  const allowed = new Map(story.images.map((image) => [spelledUrl(image.url), image]));
  const walk: Walk = { allowed, shown: new Set(), figure: null };
  const blocks = elements(story.body.children).flatMap((block) => licensed(block, walk));
  const images = [...allowed].filter(([url]) => !walk.shown.has(url)).map(([, image]) => image);
  return { blocks: story.dateline ? withDateline(blocks, story) : blocks, images };
}

function licensed(node: Element, walk: Walk): Element[] {
  const inFigure = node.tagName === 'figure';
  const within = inFigure ? { ...walk, figure: [] } : walk;
  const children = node.children.flatMap((child) => part(child, within));
  const isEmptied = hasContent(node.children) && !hasContent(children);
  if (isEmptied && !isCell(node)) return [];
  const kept = { ...node, children };
  return [inFigure ? withWords(kept, within.figure ?? []) : kept];
}

function part(node: ElementContent, walk: Walk): ElementContent[] {
  if (node.type !== 'element') return [node];
  return node.tagName === 'img' ? picture(node, walk) : licensed(node, walk);
}

function picture(node: Element, { allowed, shown, figure }: Walk): ElementContent[] {
  const url = String(node.properties.src);
  const image = allowed.get(url);
  if (!image) return [];
  const isNew = !shown.has(url);
  shown.add(url);
  if (isNew && figure) figure.push(image);
  return isNew && !figure ? [node, ...lineWords(image, '')] : [node];
}

function isCell({ tagName }: Element): boolean {
  return tagName === 'td' || tagName === 'th';
}

/** `PLACE (Publication) – ` opens the first paragraph, or is one where the body has none. */
function withDateline(blocks: readonly Element[], story: Story): Element[] {
  const words = oneLine(`${story.dateline} (${story.publication.name}) –`);
  const first = blocks.findIndex(({ tagName }) => tagName === 'p');
  const paragraph = blocks[first];
  const mark = { className: ['imprimatur-dateline'] };
  if (!paragraph) return [h('p', mark, words), ...blocks];
  const children = [h('span', mark, `${words} `), ...paragraph.children];
  return blocks.with(first, { ...paragraph, children });
}

function elements(nodes: Story['body']['children']): Element[] {
  return nodes.filter((node) => node.type === 'element');
}
