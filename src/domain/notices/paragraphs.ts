/** The text of a notice: what is there of these, each a paragraph. */
export function paragraphs(...lines: (string | null)[]): string {
  return lines.filter((line) => line !== null && line !== '').join('\n\n');
}
