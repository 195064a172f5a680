import type { RootContent } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';

/**
 * Markdown of blocks, with a newline at the end. Links are written out, as `<url>` would be taken
 * for markup by those who only strip it.
 */
export function writeMarkdown(children: RootContent[]): string {
  return toMarkdown(
    { type: 'root', children },
    {
      bullet: '-',
      emphasis: '*',
      fences: true,
      listItemIndent: 'one',
      resourceLink: true,
      rule: '*',
      extensions: [gfmTableToMarkdown({ tablePipeAlign: false })],
    },
  );
}
