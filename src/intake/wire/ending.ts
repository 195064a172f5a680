import { isEndMark } from './end-mark.ts';
import { isRunning, type Line } from './line.ts';
import type { Code } from './notices.ts';
import type { OwnLines } from './own-lines.ts';

/** How far from the end the heading of a list of latest stories is looked for, in blocks. */
const LATEST_WITHIN = 60;
const LONGEST_TEASER = 600;
const TEASERS: ReadonlySet<string> = new Set(['p', 'ul', 'ol', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr']);

export interface Cut {
  lines: Line[];
  found: { code: Code; text: string }[];
}

/** Takes from the end, upwards, what belongs to the wire and the house and not to the story. */
export function cutEnding(lines: readonly Line[], own: OwnLines): Cut {
  const left = [...lines];
  const found: Cut['found'] = [];
  for (let cut = lastPart(left, own); cut; cut = lastPart(left, own)) {
    const gone = left.splice(cut.from);
    const texts = gone.map(({ text }) => text).filter((text) => text !== '');
    found.unshift(...texts.map((text) => ({ code: cut.code, text })));
  }
  return { lines: left, found };
}

function lastPart(lines: readonly Line[], own: OwnLines): { code: Code; from: number } | undefined {
  const last = lines.at(-1);
  if (!last) return undefined;
  const from = lines.length - 1;
  if (last.block.tagName === 'hr') return { code: 'end-mark-removed', from };
  if (isRunning(last) && isEndMark(last.text)) return { code: 'end-mark-removed', from };
  if (own.isFooter(last.text) || (isRunning(last) && own.isCopyright(last.text))) {
    return { code: 'footer-removed', from };
  }
  const heading = latestFrom(lines, own);
  return heading === undefined ? undefined : { code: 'latest-removed', from: heading };
}

/** Where a list of the house's latest stories begins, if nothing but it follows. */
function latestFrom(lines: readonly Line[], own: OwnLines): number | undefined {
  const until = Math.max(0, lines.length - LATEST_WITHIN);
  for (let at = lines.length - 1; at >= until; at -= 1) {
    const line = lines[at];
    if (!line || !TEASERS.has(line.block.tagName)) return undefined;
    if (isRunning(line) && own.isLatestHeading(line.text)) return at;
    if (isRunning(line) && line.text.length > LONGEST_TEASER) return undefined;
  }
  return undefined;
}
