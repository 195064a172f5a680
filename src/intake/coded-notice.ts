import type { Element } from 'hast';
import { elementsIn } from './elements-in.ts';

/** What was done to a body that its editor should know. */
export interface CodedNotice {
  /** Stable, for example `images-unlisted`. */
  code: string;
  message: string;
}

/** How many things a message names. */
const NAMED = 20;

/** Tells of embeds that became links and are still there. */
export function embedsLinked(blocks: Element[], embeds: readonly string[]): CodedNotice[] {
  const links = urlsIn(blocks, 'a', 'href');
  const linked = [...new Set(embeds)].filter((url) => links.has(url));
  if (linked.length === 0) return [];
  const message = `What the body embedded is now a link, as readers can open it: ${named(linked)}`;
  return [{ code: 'embeds-linked', message }];
}

/** Tells of images that no outlet will get, since nothing says who may use them. */
export function imagesUnlisted(blocks: Element[], listed: ReadonlySet<string>): CodedNotice[] {
  const unlisted = [...urlsIn(blocks, 'img', 'src')].filter((url) => !listed.has(url));
  if (unlisted.length === 0) return [];
  const why = 'These images are not listed in "images" and will not leave with the story';
  return [{ code: 'images-unlisted', message: `${why}: ${named(unlisted)}` }];
}

function urlsIn(children: Element[], tagName: string, name: string): Set<string> {
  const urls = new Set<string>();
  for (const node of elementsIn({ type: 'root', children })) {
    const url = node.properties[name];
    if (node.tagName === tagName && typeof url === 'string') urls.add(url);
  }
  return urls;
}

function named(urls: readonly string[]): string {
  const more = urls.length - NAMED;
  const list = urls.slice(0, NAMED).join(', ');
  return more > 0 ? `${list} and ${more} more` : list;
}
