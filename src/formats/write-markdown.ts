import type { RootContent, Text } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { defaultHandlers, type Handle, type Info, toMarkdown } from 'mdast-util-to-markdown';

/**
 * What some rule of Markdown may have to escape: marks that matter anywhere and line ends, those
 * that matter before something, those that matter where a line begins, and what may close a heading.
 */
const MAY_MATTER = /[\t\n\r*[\\\]_`|~]|[&<!](?:[#!/?A-Za-z]|$)|^[-+=:#>().\d]|#$/;

/** Nothing here is struck out, and readers of tables read strikes too. */
const STRIKES = { character: '~', inConstruct: 'phrasing' } as const;

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
      handlers: { text: plainFirst },
      listItemIndent: 'one',
      resourceLink: true,
      rule: '*',
      extensions: [gfmTableToMarkdown({ tablePipeAlign: false }), { unsafe: [STRIKES] }],
    },
  );
}

/** Most text needs no escape, and trying every rule on it takes half the time of a rendering. */
const plainFirst: Handle = (node: Text, parent, state, info) =>
  MAY_MATTER.test(node.value) || touchesLineEnd(node, info)
    ? defaultHandlers.text(node, parent, state, info)
    : node.value;

/** A space beside a line end would be lost. */
function touchesLineEnd({ value }: Text, { before, after }: Info): boolean {
  return (value.startsWith(' ') && before === '\n') || (value.endsWith(' ') && after === '\n');
}
