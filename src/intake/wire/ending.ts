import { isRights } from './copyright-line.ts';
import { isEndMark } from './end-mark.ts';
import { isRunning, type Line } from './line.ts';
import type { Found } from './notices.ts';
import type { OwnLines } from './own-lines.ts';

/** How far from the end the heading of a list of latest stories is looked for, in blocks. */
const LATEST_WITHIN = 60;
const LONGEST_TEASER = 600;
const TEASERS: ReadonlySet<string> = new Set(['p', 'ul', 'ol', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr']);

/** Takes from the end, upwards, what belongs to the wire and the house and not to the story. */
export function cutEnding(lines: readonly Line[], own: OwnLines) {
  const left = [...lines];
  const found: Found[] = [];
  for (let cut = lastPart(left, own); cut; cut = lastPart(left, own)) {
    const { code, from } = cut;
    const texts = left.splice(from).map(({ text }) => text);
    found.push(
      ...texts
        .filter(Boolean)
        .map((text) => ({ code, text }))
        .toReversed(),
    );
  }
  return { lines: left, found: found.toReversed() };
}

interface LastPart {
  code: Found['code'];
  from: number;
}

function lastPart(lines: readonly Line[], own: OwnLines): LastPart | undefined {
  const last = lines.at(-1);
  if (!last) return undefined;
  const from = lines.length - 1;
  if (last.block.tagName === 'hr') return { code: 'end-mark-removed', from };
  if (isRunning(last) && isEndMark(last.text)) return { code: 'end-mark-removed', from };
  const notice = noticeFrom(lines, last, own);
  if (notice !== undefined) return { code: 'footer-removed', from: notice };
  const heading = latestFrom(lines, own);
  return heading === undefined ? undefined : { code: 'latest-removed', from: heading };
}

/** Where a copyright notice begins: in the last line, or in the one before its “All rights …”. */
function noticeFrom(lines: readonly Line[], last: Line, own: OwnLines): number | undefined {
  if (!isRunning(last)) return undefined;
  if (own.isFooter(last.text) || own.isCopyright(last.text)) return lines.length - 1;
  const before = lines.at(-2);
  const isNotice = before && isRunning(before) && own.isCopyright(before.text);
  return isNotice && isRights(last.text) ? lines.length - 2 : undefined;
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
