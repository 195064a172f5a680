import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import { oneLine } from '../domain/characters.ts';
import { embargoLine, extractMark, overBody, sourceLine, underBody } from './beside-body.ts';
import type { Format, Image, Latest, Permission, Story } from './format.ts';
import { licensedBody } from './licensed-body.ts';
import { markdownBlocks } from './markdown-blocks.ts';
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
    const mark = embargoLine(permission).map(({ text }) => writeMarkdown(lines(text)));
    const footer = writeMarkdown(footerOf(story, permission));
    return [...mark, before, footer, ...after].join('\n');
  };
}

function textOf(story: Story): RootContent[] {
  const { blocks, images } = licensedBody(story);
  const urls = [story.canonicalUrl];
  return [
    heading(1, story.headline),
    ...overBody(story).map(({ text }) => paragraph(text, urls)),
    ...markdownBlocks(blocks),
    ...extractMark(story).map(({ text }) => paragraph(text, urls)),
    ...images.flatMap(pictured),
    ...underBody(story).map(({ text }) => paragraph(text, urls)),
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
  const source = sourceLine(story, permission).map(({ text }) => text);
  const texts = [...source, oneLine(permission.footer)].filter((text) => text !== '');
  return texts.map((text) => paragraph(text, urls));
}

function paragraph(text: string, urls: readonly string[]): Paragraph {
  return { type: 'paragraph', children: linked(text, urls) };
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
