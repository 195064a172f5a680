import { oneLine } from './characters.ts';
import { lookUpLanguage } from './languages.ts';

/** A heading for every language, or one for each. */
export type HeadingWording = string | Readonly<Record<string, string>>;

/** The teasers that a publication wants under each of its stories. */
export interface LatestBlock {
  /** At most; 0 for no block. */
  count: number;
  /** Null: our own words, in the language of the story. */
  heading: HeadingWording | null;
}

const ENGLISH = 'Latest news from {publication}';

/** What stands over the latest block of a publication that has not chosen its own words. */
const OWN: Readonly<Record<string, string>> = {
  en: ENGLISH,
  ar: 'آخر الأخبار من {publication}',
  bg: 'Последни новини от {publication}',
  bn: '{publication}-এর সর্বশেষ খবর',
  ca: 'Últimes notícies de {publication}',
  cs: 'Nejnovější zprávy: {publication}',
  da: 'Seneste nyt fra {publication}',
  de: 'Neueste Nachrichten von {publication}',
  el: 'Τελευταία νέα: {publication}',
  es: 'Últimas noticias de {publication}',
  et: 'Viimased uudised: {publication}',
  fa: 'تازه‌ترین خبرهای {publication}',
  fi: 'Tuoreimmat uutiset: {publication}',
  fr: 'Dernières nouvelles : {publication}',
  gl: 'Últimas noticias de {publication}',
  he: 'החדשות האחרונות: {publication}',
  hi: '{publication} की ताज़ा ख़बरें',
  hr: 'Najnovije vijesti: {publication}',
  hu: 'Legfrissebb hírek: {publication}',
  id: 'Berita terbaru dari {publication}',
  is: 'Nýjustu fréttir: {publication}',
  it: 'Ultime notizie: {publication}',
  ja: '{publication}の最新ニュース',
  ko: '{publication} 최신 뉴스',
  lt: 'Naujausios žinios: {publication}',
  lv: 'Jaunākās ziņas: {publication}',
  ms: 'Berita terkini daripada {publication}',
  nb: 'Siste nytt fra {publication}',
  nl: 'Laatste nieuws van {publication}',
  nn: 'Siste nytt frå {publication}',
  no: 'Siste nytt fra {publication}',
  pl: 'Najnowsze wiadomości: {publication}',
  pt: 'Últimas notícias: {publication}',
  ro: 'Ultimele știri: {publication}',
  ru: 'Последние новости: {publication}',
  sk: 'Najnovšie správy: {publication}',
  sl: 'Najnovejše novice: {publication}',
  sr: 'Најновије вести: {publication}',
  'sr-Latn': 'Najnovije vesti: {publication}',
  sv: 'Senaste nytt från {publication}',
  th: 'ข่าวล่าสุดจาก {publication}',
  tr: 'Son haberler: {publication}',
  uk: 'Останні новини: {publication}',
  ur: '{publication} کی تازہ ترین خبریں',
  vi: 'Tin mới nhất từ {publication}',
  zh: '{publication}最新消息',
};

const NAME = /\{publication\}/g;
const BRACES = /\{[^{}]*\}|[{}]/g;

/**
 * The words over the latest block: the publication's own in the language, else ours, else ours in
 * English. Plain text on one line; what stands in braces inside the name stays as it is.
 *
 * @param language BCP 47
 */
export function latestHeading(
  wording: HeadingWording | null,
  language: string,
  publicationName: string,
): string {
  return fill(wordingFor(wording, language), publicationName);
}

/** Our own headings in every language, with the name filled in; each once. */
export function latestHeadings(publicationName: string): string[] {
  return [...new Set(Object.values(OWN))].map((wording) => fill(wording, publicationName));
}

/** The headings of a publication's own wording, with the name filled in. */
export function ownHeadings(wording: HeadingWording | null, publicationName: string): string[] {
  const all = typeof wording === 'string' ? [wording] : Object.values(wording ?? {});
  return all.map((one) => fill(one, publicationName));
}

/** What a heading has in braces that is no placeholder, as written; empty for one that is usable. */
export function unknownInHeading(wording: string): string[] {
  const written = [...wording.matchAll(BRACES)].map(([found]) => found);
  return [...new Set(written)].filter((found) => found !== '{publication}');
}

function wordingFor(wording: HeadingWording | null, language: string): string {
  if (typeof wording === 'string') return wording;
  return find(wording ?? {}, language) ?? find(OWN, language) ?? ENGLISH;
}

function find(table: Readonly<Record<string, string>>, language: string): string | undefined {
  const tag = lookUpLanguage(Object.keys(table), language);
  return tag === undefined ? undefined : table[tag];
}

function fill(wording: string, publicationName: string): string {
  return oneLine(wording.replace(NAME, () => publicationName));
}
