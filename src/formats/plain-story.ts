import { oneLine } from '../domain/characters.ts';
import {
  type Added,
  embargoLine,
  extractMark,
  overBody,
  sourceLine,
  underBody,
} from './beside-body.ts';
import type { Image, Latest, Permission, Story } from './format.ts';
import { licensedBody } from './licensed-body.ts';
import { type Line, type Paragraph, paragraphOf, plainBlocks } from './plain-blocks.ts';

/** How a line is laid out on the page; it may become several. */
export type LayOut = (line: Line) => string;

/** A story as paragraphs of plain text, parted by blank lines, laid out once for all licences. */
export function plainStory(story: Story, layOut: LayOut) {
  const laidOut = (paragraphs: readonly Paragraph[]) =>
    paragraphs
      .filter((paragraph) => paragraph.length > 0)
      .map((paragraph) => paragraph.map(layOut).join('\n'));
  const before = laidOut(textOf(story));
  const after = laidOut(latestOf(story.latest));
  return (permission: Permission) => {
    const mark = laidOut(linesOf(embargoLine(permission)));
    const footer = laidOut(footerOf(story, permission));
    return `${[...mark, ...before, ...footer, ...after].join('\n\n')}\n`;
  };
}

function textOf(story: Story): Paragraph[] {
  const { blocks, images } = licensedBody(story);
  return [
    lineOf(story.headline),
    ...linesOf(overBody(story)),
    ...plainBlocks(blocks),
    ...linesOf(extractMark(story)),
    ...images.map(imageLines),
    ...linesOf(underBody(story)),
  ];
}

function footerOf(story: Story, permission: Permission): Paragraph[] {
  return [...linesOf(sourceLine(story, permission)), lineOf(permission.footer)];
}

function linesOf(lines: readonly Added[]): Paragraph[] {
  return lines.map(({ text }) => paragraphOf(text));
}

function lineOf(text: string | null): Paragraph {
  return paragraphOf(oneLine(text ?? ''));
}

function imageLines({ caption, credit, url }: Image): Paragraph {
  return [...lineOf([caption, credit].filter(Boolean).join(' ')), ...paragraphOf(url)];
}

function latestOf(latest: Latest | null): Paragraph[] {
  if (!latest) return [];
  const items = latest.items.flatMap(({ headline, summary, url }) => [
    ...paragraphOf(`- ${oneLine(headline)}`),
    ...[...lineOf(summary), ...paragraphOf(url)].map(indented),
  ]);
  return [lineOf(latest.heading), items];
}

function indented(line: Line): Line {
  return { ...line, text: `  ${line.text}` };
}
