import { createHash } from 'node:crypto';

/** How many combining marks are put in order at once; a run in order takes quadratic time. */
const AT_ONCE = 30;

/** U+034F, combining grapheme joiner: nothing is put in order across it. */
const JOINER = '\u034F';

/** Looked for from its first mark only, so that what was parted once is passed over fast. */
const LONG_RUN = /(?=\p{M})(?<!(?!\u034F)\p{M})(?:(?!\u034F)\p{M}){31,}/gu;

/**
 * A text as integrity is computed over it: normal form C (runs of more than 30 combining marks
 * parted by a joiner, as the Stream-Safe Text Format has it), runs of white space as one space,
 * none at the ends.
 */
export function canonicalOf(text: string): string {
  return partRuns(partRuns(text).normalize('NFC')).replace(/\s+/g, ' ').trim();
}

function partRuns(text: string): string {
  return text.replace(LONG_RUN, (run) => {
    const marks = [...run];
    const parts: string[] = [];
    for (let at = 0; at < marks.length; at += AT_ONCE) {
      parts.push(marks.slice(at, at + AT_ONCE).join(''));
    }
    return parts.join(JOINER);
  });
}

/** The digest of a text's UTF-8 bytes (W3C Subresource Integrity, section 3.1). */
export function integrityOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
