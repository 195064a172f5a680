import type { Element, Parents, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { elementsIn } from './elements-in.ts';
import type { ImageSources } from './settle-images.ts';

/**
 * Of what a page shows where no script runs, only images are the story's, and of them only those
 * that do not say again what stands beside them for a script to load.
 */
export function liftNoscript(root: Root, sources: ImageSources): void {
  if (!elementsIn(root).some(({ tagName }) => tagName === 'noscript')) return;
  const known = new Map<Parents, Set<string>>();
  visit(root, 'element', (node, _, parent) => {
    if (node.tagName !== 'noscript' || !parent) return;
    const beside = known.get(parent) ?? sourcesBeside(parent, sources);
    known.set(parent, beside);
    node.children = imagesIn(node).filter((image) => isNew(image, beside, sources));
    // A wrapper that says nothing; its content takes its place.
    node.tagName = 'span';
    return SKIP;
  });
}

function isNew(image: Element, beside: Set<string>, sources: ImageSources): boolean {
  const urls = sources.get(image) ?? [];
  if (urls.some((url) => beside.has(url))) return false;
  for (const url of urls) beside.add(url);
  return true;
}

function sourcesBeside(parent: Parents, sources: ImageSources): Set<string> {
  const beside = new Set<string>();
  visit(parent, 'element', (node) => {
    if (node.tagName === 'noscript') return SKIP;
    for (const url of sources.get(node) ?? []) beside.add(url);
    return undefined;
  });
  return beside;
}

function imagesIn(node: Element): Element[] {
  return elementsIn(node).filter(({ tagName }) => tagName === 'img');
}
