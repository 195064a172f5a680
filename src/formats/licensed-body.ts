import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { oneLine } from '../domain/characters.ts';
import { hasContent } from '../intake/index.ts';
import type { Image, Story } from './format.ts';

/** The body as it may leave, and the images that do not stand in it yet. */
export interface LicensedBody {
  blocks: Element[];
  images: Image[];
}

/**
 * The body with its dateline, and only with images that may leave. Words stay, captions too, even
 * where the image goes: the integrity in the licence is over them.
 */
export function licensedBody(story: Story): LicensedBody {
  const allowed = new Set(story.images.map(({ url }) => spelled(url)));
  const shown = new Set<string>();
  const children = story.body.children.filter((node) => node.type === 'element');
  const blocks = children.flatMap((block) => withoutImages(block, allowed, shown));
  const images = story.images.filter(({ url }) => !shown.has(spelled(url)));
  return { blocks: story.dateline ? withDateline(blocks, story) : blocks, images };
}

function withoutImages(node: Element, allowed: ReadonlySet<string>, shown: Set<string>): Element[] {
  if (node.tagName === 'img') {
    const url = String(node.properties.src);
    if (!allowed.has(url)) return [];
    shown.add(url);
    return [node];
  }
  const children = node.children.flatMap((child): ElementContent[] =>
    child.type === 'element' ? withoutImages(child, allowed, shown) : [child],
  );
  const isEmptied = hasContent(node.children) && !hasContent(children);
  return isEmptied && !isCell(node) ? [] : [{ ...node, children }];
}

function isCell({ tagName }: Element): boolean {
  return tagName === 'td' || tagName === 'th';
}

/** Intake spells URLs as the platform does. */
function spelled(url: string): string {
  return URL.canParse(url) ? new URL(url).href : url;
}

/** `PLACE (Publication) – ` opens the first paragraph, or is one where the body has none. */
function withDateline(blocks: readonly Element[], story: Story): Element[] {
  const dateline = oneLine(`${story.dateline} (${story.publication.name}) –`);
  const first = blocks.findIndex(({ tagName }) => tagName === 'p');
  const paragraph = blocks[first];
  if (!paragraph) return [h('p', dateline), ...blocks];
  const children: ElementContent[] = [
    { type: 'text', value: `${dateline} ` },
    ...paragraph.children,
  ];
  return blocks.with(first, { ...paragraph, children });
}
