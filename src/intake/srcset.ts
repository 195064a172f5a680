export interface Candidate {
  url: string;
  /** Its width, else its density, which is always less. */
  size: number;
}

/** Real ones name about ten. */
const MOST_CANDIDATES = 50;

/**
 * The URLs of a `srcset`, as they are spelled there.
 *
 * @see https://html.spec.whatwg.org/multipage/images.html#parsing-a-srcset-attribute
 */
export function readSrcset(srcset: string): Candidate[] {
  const candidates: Candidate[] = [];
  let last: Candidate | null = null;
  for (const word of srcset.split(/[\t\n\f\r ]+/)) {
    // A comma ends a descriptor even where no space follows it.
    const comma = last ? word.indexOf(',') : -1;
    if (last) last.size = sizeOf(comma < 0 ? word : word.slice(0, comma)) ?? last.size;
    if (last && comma < 0) continue;
    const url = withoutCommas(word.slice(comma + 1));
    last = null;
    if (url === '') continue;
    const candidate = { url, size: 1 };
    candidates.push(candidate);
    if (candidates.length === MOST_CANDIDATES) break;
    if (!word.endsWith(',')) last = candidate;
  }
  return candidates;
}

function sizeOf(descriptor: string): number | null {
  const [, size] = /^(\d{1,6}(?:\.\d{1,6})?)[wx]$/.exec(descriptor) ?? [];
  return size === undefined ? null : Number(size);
}

function withoutCommas(word: string): string {
  let start = 0;
  let end = word.length;
  while (word[start] === ',') start += 1;
  while (end > start && word[end - 1] === ',') end -= 1;
  return word.slice(start, end);
}
