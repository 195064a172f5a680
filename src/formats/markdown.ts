import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import { oneLine } from '../domain/characters.ts';
import type { Format, Image, Latest, Permission, Story } from './format.ts';
import { licensedBody } from './licensed-body.ts';
import { markdownBlocks } from './markdown-blocks.ts';
import { sourceLine } from './source-line.ts';
import { urlParts } from './url-parts.ts';
import { writeMarkdown } from './write-markdown.ts';

/** CommonMark with tables as GitHub writes them: no HTML, and what looks like markup stays text. */
export const markdown: Format = {
  name: 'markdown',
  mediaType: 'text/markdown; charset=utf-8',
  compose,
};

function compose(story: Story) {
  const before = writeMarkdown(textOf(story));
  const after = story.latest ? [writeMarkdown(latestOf(story.latest))] : [];
  return (permission: Permission) => {
    const footer = writeMarkdown(footerOf(story, permission));
    return [before, footer, ...after].join('\n');
  };
}

function textOf(story: Story): RootContent[] {
  const { blocks, images } = licensedBody(story);
  return [
    heading(1, story.headline),
    ...lines(story.byline),
    ...markdownBlocks(blocks),
    ...images.flatMap(pictured),
    ...lines(story.correctionNote),
  ];
}

function pictured({ url, alt, caption, credit }: Image): RootContent[] {
  const image: Paragraph = {
    type: 'paragraph',
    children: [{ type: 'image', url, alt: oneLine(alt ?? '') }],
  };
  return [image, ...lines([caption, credit].filter(Boolean).join(' '))];
}

function footerOf(story: Story, permission: Permission): RootContent[] {
  const urls = [story.canonicalUrl, permission.licence.verifyUrl];
  const paragraphs = [sourceLine(story, permission), oneLine(permission.footer)];
  return paragraphs.flatMap((text): Paragraph[] =>
    text ? [{ type: 'paragraph', children: linked(text, urls) }] : [],
  );
}

function linked(text: string, urls: readonly string[]): PhrasingContent[] {
  return urlParts(text, urls).map((part) => {
    const words = { type: 'text' as const, value: part.text };
    return part.isUrl ? { type: 'link', url: part.text, children: [words] } : words;
  });
}

function latestOf({ heading: words, items }: Latest): RootContent[] {
  const teasers = items.map(({ headline, summary, url }) => ({
    type: 'listItem' as const,
    spread: false,
    children: [
      {
        type: 'paragraph' as const,
        children: [{ type: 'link' as const, url, children: [plain(headline)] }],
      },
      ...lines(summary),
    ],
  }));
  return [heading(2, words), { type: 'list', ordered: false, spread: false, children: teasers }];
}

function heading(depth: 1 | 2, text: string): RootContent {
  return { type: 'heading', depth, children: [plain(text)] };
}

function lines(text: string | null): Paragraph[] {
  return text ? [{ type: 'paragraph', children: [plain(text)] }] : [];
}

function plain(text: string) {
  return { type: 'text' as const, value: oneLine(text) };
}
