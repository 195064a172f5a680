import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** One file of a family: some of its characters. */
export interface Face {
  name: string;
  /** WOFF2, in every weight. */
  read(): Buffer;
}

/** Families of Noto, the first that has a character prints it (SIL Open Font License). */
const FAMILIES = [
  'noto-sans',
  'noto-sans-hebrew',
  'noto-sans-arabic',
  'noto-sans-thai',
  'noto-sans-sc',
] as const;

interface Range {
  first: number;
  last: number;
  face: Face;
}

const require = createRequire(import.meta.url);
let ranges: readonly Range[] | undefined;
/** Every letter is asked for many times while lines are broken. */
const faces = new Map<string, Face | undefined>();
const MOST_KNOWN = 20_000;

/** The face that prints a character; undefined where no family has it. */
export function faceOf(character: string): Face | undefined {
  const known = faces.get(character);
  if (known || faces.has(character)) return known;
  ranges ??= FAMILIES.flatMap(rangesOf);
  const code = character.codePointAt(0) ?? 0;
  const found = ranges.find(({ first, last }) => first <= code && code <= last)?.face;
  if (faces.size < MOST_KNOWN) faces.set(character, found);
  return found;
}

function rangesOf(family: string): Range[] {
  const listing = require.resolve(`@fontsource-variable/${family}/unicode.json`);
  const subsets: Record<string, string> = JSON.parse(readFileSync(listing, 'utf8'));
  return Object.entries(subsets).flatMap(([subset, list]) => {
    const name = `${family}-${subset.replace(/^\[(\d+)\]$/, '$1')}`;
    const path = join(dirname(listing), 'files', `${name}-wght-normal.woff2`);
    const face = { name, read: () => readFileSync(path) };
    return list.split(',').map((range) => ({ ...boundsOf(range), face }));
  });
}

/** A CSS unicode-range: `U+41` or `U+0400-045F`. */
function boundsOf(range: string): { first: number; last: number } {
  const [first = '', last = first] = range.trim().replace(/^U\+/i, '').split('-');
  return { first: Number.parseInt(first, 16), last: Number.parseInt(last, 16) };
}
