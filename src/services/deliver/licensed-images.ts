import type { Nodes, Root } from 'hast';
import type { Image } from '../../formats/format.ts';
import { spelledUrl } from '../../intake/index.ts';
import type { Text } from './texts.ts';

/**
 * The images that leave with a text: where the licence has images, those whose own `reuse` lets
 * them go, whatever the terms say. One that stands in a part of the body that is not licensed stays
 * with that part.
 *
 * @param body as much of the text's as is licensed
 * @param granted which images the licence has
 */
export function licensedImages(text: Text, body: Root, granted: string | undefined): Image[] {
  if (granted !== 'withStory' && granted !== 'listed') return [];
  const shown = sourcesIn(body);
  const left = new Set([...sourcesIn(text.body)].filter((url) => !shown.has(url)));
  return text.images.flatMap(({ reuse, ...image }) => {
    if (reuse !== 'yes' && reuse !== 'withStory') return [];
    if (left.has(spelledUrl(image.url))) return [];
    return [granted === 'listed' ? { ...image, reuse } : image];
  });
}

function sourcesIn(node: Nodes): Set<string> {
  if (node.type === 'element' && node.tagName === 'img')
    return new Set([String(node.properties.src)]);
  if (!('children' in node)) return new Set();
  return new Set(node.children.flatMap((child) => [...sourcesIn(child)]));
}
