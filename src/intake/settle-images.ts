import type { Element, Properties, Root } from 'hast';
import { webUrl } from './absolute-url.ts';
import { elementsIn } from './elements-in.ts';
import { readSrcset } from './srcset.ts';

/** For each image the URLs it could be fetched from, the one it was given first. */
export type ImageSources = ReadonlyMap<Element, readonly string[]>;

/** What scripts load later stands in attributes of these names, by custom of the loaders. */
const LAZY_SETS = ['dataSrcset', 'dataLazySrcset', 'dataOriginalSet'];
const LAZY_SOURCES = ['dataSrc', 'dataOriginal', 'dataLazySrc', 'dataLazy'];

/** Names of files that hold the place until the real image is there. */
const PLACEHOLDER =
  /\/(?:1x1|blank|clear|dot|grey|lazy|lazyload|pixel|placeholder|spacer|trans|transparent)\.(?:gif|png|svg)(?:[?#]|$)/i;

/**
 * Gives every image the one URL it is kept under: one that is listed beside the body if there is
 * one, else what a lazy loader would load, else its `src`, else the largest of its `srcset` or of
 * the sources of its `picture`.
 */
export function settleImages(
  root: Root,
  baseUrl: string,
  listed: ReadonlySet<string>,
): ImageSources {
  const offered = new Map<Element, string[]>();
  const sources = new Map<Element, string[]>();
  for (const element of elementsIn(root)) {
    if (element.tagName === 'picture') offerSources(element, offered);
    const node = element.tagName === 'amp-img' ? openAmpImage(element) : element;
    if (node.tagName !== 'img') continue;
    const urls = urlsOf(node.properties, offered.get(node) ?? [], baseUrl);
    const chosen = urls.find((url) => listed.has(url)) ?? urls[0];
    if (chosen === undefined) delete node.properties.src;
    else node.properties.src = chosen;
    sources.set(node, urls);
  }
  return sources;
}

/** Its children are no part of it: where the end tag is missing, they are the rest of the story. */
function openAmpImage(node: Element): Element {
  const image: Element = { ...node, tagName: 'img', children: [] };
  node.children.unshift(image);
  node.tagName = 'span';
  return image;
}

/** The first image of a picture is the one that its sources are for. */
function offerSources(picture: Element, offered: Map<Element, string[]>): void {
  const children = picture.children.filter((child) => child.type === 'element');
  const image = children.find(({ tagName }) => tagName === 'img');
  if (!image) return;
  const sources = children.filter(({ tagName }) => tagName === 'source');
  const sets = sources.flatMap(({ properties }) => [
    ...strings(properties, LAZY_SETS),
    ...strings(properties, ['srcSet']),
  ]);
  offered.set(image, sets);
}

function urlsOf(properties: Properties, offered: readonly string[], baseUrl: string): string[] {
  const spelled = [
    ...largestFirst(strings(properties, LAZY_SETS)),
    ...strings(properties, LAZY_SOURCES),
    ...strings(properties, ['src']),
    ...largestFirst([...strings(properties, ['srcSet']), ...offered]),
  ];
  const urls = spelled.map((url) => webUrl(url, baseUrl)).filter((url) => url !== null);
  return urls.filter((url) => !PLACEHOLDER.test(url));
}

function largestFirst(sets: readonly string[]): string[] {
  const candidates = sets.flatMap(readSrcset);
  return candidates.sort((a, b) => b.size - a.size).map(({ url }) => url);
}

function strings(properties: Properties, names: readonly string[]): string[] {
  return names.map((name) => properties[name]).filter((value) => typeof value === 'string');
}
