import type { Part } from './part.ts';

/**
 * The same changes as few runs: neighbours of a kind are one, and a space between two changed
 * words changes with them, so that a rewritten phrase is read as a phrase.
 */
export function tidyParts(parts: readonly Part[]): Part[] {
  const tidy: Part[] = [];
  let out = '';
  let added = '';
  const flush = () => {
    if (out !== '') tidy.push({ change: 'out', text: out });
    if (added !== '') tidy.push({ change: 'in', text: added });
    out = '';
    added = '';
  };
  parts.forEach(({ change, text }, index) => {
    if (change === 'out') out += text;
    else if (change === 'in') added += text;
    else if (out !== '' && added !== '' && isJoint(text, parts[index + 1])) {
      out += text;
      added += text;
    } else {
      flush();
      tidy.push({ change, text });
    }
  });
  flush();
  return tidy;
}

function isJoint(text: string, next: Part | undefined): boolean {
  return next !== undefined && /^\s+$/.test(text);
}
