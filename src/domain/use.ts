import { formatInstant, type Instant } from './instant.ts';
import type { Medium } from './media.ts';

/** How far the text may be changed, from nothing to everything. */
export const EDIT_LEVELS = ['none', 'style', 'shorten', 'any'] as const;
export type EditLevel = (typeof EDIT_LEVELS)[number];

/** Which images may go along, from none to each that is listed as free. */
export const IMAGE_LEVELS = ['none', 'withStory', 'listed'] as const;
export type ImageLevel = (typeof IMAGE_LEVELS)[number];

/** What an outlet asks to do with an article. */
export interface AskedUse {
  media: readonly Medium[];
  /** ISO 3166-1 alpha-2 codes where readers are offered the text, or only `world`. */
  territories: readonly string[];
  /** BCP 47; absent: the article's language. */
  languages?: readonly string[] | undefined;
  /** First instant of the reprint; absent, or past: now. */
  from?: Instant | undefined;
  /** First instant that is too late. */
  until: Instant;
  edits: EditLevel;
  images: ImageLevel;
}

/** What a licence permits: every field resolved, and the interval the one in the token. */
export interface GrantedUse {
  media: readonly Medium[];
  territories: readonly string[];
  /** What the world is granted without; empty unless `territories` is the world. */
  excludeTerritories: readonly string[];
  languages: readonly string[];
  /** First instant of use, never before an embargo lifts. */
  from: Instant;
  /** First instant that is too late. */
  until: Instant;
  edits: EditLevel;
  images: ImageLevel;
}

/** A granted use as it leaves the service: in the shape in which it was asked. */
export interface UseDocument {
  media: readonly Medium[];
  territories: readonly string[];
  excludeTerritories?: readonly string[];
  languages: readonly string[];
  /** RFC 3339. */
  from: string;
  /** RFC 3339. */
  until: string;
  edits: EditLevel;
  images: ImageLevel;
}

/** Writes a granted use for a token or a reply. */
export function writeUse(use: GrantedUse): UseDocument {
  const { excludeTerritories, ...asked } = use;
  return {
    ...asked,
    ...(excludeTerritories.length > 0 ? { excludeTerritories } : {}),
    from: formatInstant(use.from),
    until: formatInstant(use.until),
  };
}

/** Reads back what `writeUse` wrote. */
export function readUse({ excludeTerritories, ...document }: UseDocument): GrantedUse {
  return {
    ...document,
    excludeTerritories: excludeTerritories ?? [],
    from: Date.parse(document.from),
    until: Date.parse(document.until),
  };
}

/** Whether one level lies within another of the same ladder. */
export function levelWithin<L extends string>(ladder: readonly L[], level: L, most: L): boolean {
  return ladder.indexOf(level) <= ladder.indexOf(most);
}
