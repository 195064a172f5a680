import { oneLine } from '../domain/characters.ts';
import type { Image, Latest, Permission, Story } from './format.ts';
import { licensedBody } from './licensed-body.ts';
import { plainBlocks } from './plain-blocks.ts';
import { sourceLine } from './source-line.ts';

/** How a paragraph is laid out on the page; it may have several lines. */
export type LayOut = (paragraph: string) => string;

/** A story as paragraphs of plain text, parted by blank lines, laid out once for all licences. */
export function plainStory(story: Story, layOut: LayOut) {
  const before = textOf(story).map(layOut);
  const after = latestOf(story.latest).map(layOut);
  return (permission: Permission) => {
    const source = sourceLine(story, permission) ?? '';
    const footer = shown([source, oneLine(permission.footer)]).map(layOut);
    return `${[...before, ...footer, ...after].join('\n\n')}\n`;
  };
}

function textOf(story: Story): string[] {
  const { blocks, images } = licensedBody(story);
  return shown([
    oneLine(story.headline),
    oneLine(story.byline ?? ''),
    ...plainBlocks(blocks),
    ...images.map(imageLines),
    oneLine(story.correctionNote ?? ''),
  ]);
}

function imageLines({ caption, credit, url }: Image): string {
  const words = oneLine([caption, credit].filter(Boolean).join(' '));
  return words ? `${words}\n${url}` : url;
}

function latestOf(latest: Latest | null): string[] {
  if (!latest) return [];
  const items = latest.items.map(({ headline, summary, url }) =>
    shown([`- ${oneLine(headline)}`, indented(oneLine(summary ?? '')), indented(url)]).join('\n'),
  );
  return [oneLine(latest.heading), items.join('\n')];
}

function indented(line: string): string {
  return line && `  ${line}`;
}

function shown(paragraphs: readonly string[]): string[] {
  return paragraphs.filter((paragraph) => paragraph !== '');
}
