/** Chinese and Japanese put no space where a line was broken. */
const ENDS_UNSPACED = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\uFF01-\uFF60]$/u;
const BEGINS_UNSPACED = /^[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\uFF01-\uFF60]/u;

/** The paragraph that a wire wrapped into these lines. */
export function joinLines(lines: readonly string[]): string {
  const pieces = lines.map((line, index) => gap(lines[index - 1], line) + line);
  return pieces.join('');
}

function gap(before: string | undefined, next: string): string {
  if (before === undefined) return '';
  return ENDS_UNSPACED.test(before.slice(-2)) && BEGINS_UNSPACED.test(next) ? '' : ' ';
}
