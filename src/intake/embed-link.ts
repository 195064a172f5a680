import type { Element, Properties } from 'hast';
import { oneLine } from '../domain/characters.ts';
import { webUrl } from './absolute-url.ts';
import { hasContent } from './content.ts';

/** What stands in the place of an embed. */
export interface EmbedLink {
  href: string;
  words: string;
}

/** Players that are an element of their own, by the page of the video whose id they carry. */
const PLAYERS: Readonly<Record<string, string>> = {
  'amp-dailymotion': 'https://www.dailymotion.com/video/',
  'amp-vimeo': 'https://vimeo.com/',
  'amp-youtube': 'https://www.youtube.com/watch?v=',
  'lite-vimeo': 'https://vimeo.com/',
  'lite-youtube': 'https://www.youtube.com/watch?v=',
};

/** Where a player's address tells the page that a reader would open. */
const PAGES: readonly (readonly [RegExp, string])[] = [
  [
    /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/videoseries\?(?:.*&)?list=([\w-]{1,64})/,
    'https://www.youtube.com/playlist?list=',
  ],
  [
    /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]{1,64})/,
    'https://www.youtube.com/watch?v=',
  ],
  [/^https?:\/\/player\.vimeo\.com\/video\/(\d{1,20})/, 'https://vimeo.com/'],
  [
    /^https?:\/\/(?:www\.|geo\.)?dailymotion\.com\/embed\/video\/(\w{1,32})/,
    'https://www.dailymotion.com/video/',
  ],
];

/** Hosts of what is embedded to count or to sell, never to be read. */
const COUNTING_HOSTS =
  /(?:^|\.)(?:googletagmanager|google-analytics|doubleclick|googlesyndication|adservice\.google|scorecardresearch|amazon-adsystem)\.(?:com|net)$/;

/** The link to what an embed shows; null where it shows nothing that a reader could open. */
export function embedLink(node: Element, baseUrl: string): EmbedLink | null {
  const url = playerPage(node) ?? shownPage(node, baseUrl);
  if (url === null || COUNTING_HOSTS.test(new URL(url).hostname)) return null;
  return { href: url, words: wordsFor(node.properties, url) };
}

function playerPage({ tagName, properties }: Element): string | null {
  const page = PLAYERS[tagName];
  const id = properties.dataVideoid ?? properties.dataVideoId ?? properties.videoid ?? '';
  return page && /^[\w-]{1,64}$/.test(String(id)) ? page + id : null;
}

function shownPage(node: Element, baseUrl: string): string | null {
  const { src, dataSrc, dataLazySrc, data } = node.properties;
  const sources = node.children
    .filter((child) => child.type === 'element' && child.tagName === 'source')
    .map((child) => ('properties' in child ? child.properties.src : null));
  const urls = [dataSrc, dataLazySrc, src, data, ...sources].map((url) => webUrl(url, baseUrl));
  const url = urls.find((one) => one !== null) ?? null;
  return url && pageOf(url);
}

function pageOf(url: string): string {
  for (const [player, page] of PAGES) {
    const id = player.exec(url)?.[1];
    if (id !== undefined) return page + id;
  }
  return url;
}

function wordsFor({ title, ariaLabel }: Properties, href: string): string {
  for (const label of [title, ariaLabel]) {
    const value = typeof label === 'string' ? oneLine(label) : '';
    if (hasContent([{ type: 'text', value }])) return value;
  }
  const { host, pathname, search } = new URL(href);
  // A short query names what is shown; a long one is the player's settings.
  return host + pathname.replace(/\/$/, '') + (search.length < 40 ? search : '');
}
