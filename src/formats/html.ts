import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { oneLine } from '../domain/characters.ts';
import { writeHtml } from '../intake/index.ts';
import {
  type Added,
  embargoLine,
  extractMark,
  overBody,
  sourceLine,
  underBody,
} from './beside-body.ts';
import { direction } from './direction.ts';
import type { Format, Latest, Permission, Story } from './format.ts';
import { imageFigure } from './image-words.ts';
import { licensedBody } from './licensed-body.ts';
import { newsArticle } from './news-article.ts';
import { urlParts } from './url-parts.ts';

/**
 * A fragment for the body of a page. Every block says its language, as the page may be in another.
 * What carries no class `imprimatur-…` is the body as it was taken in, so that the integrity in a
 * licence can be computed from the page.
 */
export const html: Format = {
  name: 'html',
  mediaType: 'text/html; charset=utf-8',
  compose,
};

function compose(story: Story) {
  const write = (blocks: readonly Element[]) =>
    writeHtml(blocks.map((block) => inLanguage(block, story.language)));
  const before = write(textOf(story));
  const after = story.latest ? [write([latestOf(story.latest)])] : [];
  const article = newsArticle(story);
  return (permission: Permission) => {
    const mark = embargoLine(permission).map((line) => write([paragraph(line, [])]));
    const data = h('script', { type: 'application/ld+json' }, article(permission));
    const footer = write(footerOf(story, permission));
    return [...mark, before, footer, ...after, writeHtml([data])].join('\n');
  };
}

function textOf(story: Story): Element[] {
  const { blocks, images } = licensedBody(story);
  const urls = [story.canonicalUrl];
  const lines = (all: readonly Added[]) => all.map((line) => paragraph(line, urls));
  return [
    h('h1', { className: ['imprimatur-headline'] }, oneLine(story.headline)),
    ...lines(overBody(story)),
    ...blocks,
    ...lines(extractMark(story)),
    ...images.map(imageFigure),
    ...lines(underBody(story)),
  ];
}

function paragraph({ name, text }: Added, urls: readonly string[]): Element {
  return h('p', { className: [`imprimatur-${name}`] }, linked(text, urls));
}

function footerOf(story: Story, permission: Permission): Element[] {
  const urls = [story.canonicalUrl, permission.licence.verifyUrl];
  const notice = h('p', linked(oneLine(permission.footer), urls));
  return [
    ...sourceLine(story, permission).map((line) => paragraph(line, urls)),
    h('footer', { className: ['imprimatur-footer'] }, notice),
  ];
}

function linked(text: string, urls: readonly string[]): ElementContent[] {
  return urlParts(text, urls).map((part) =>
    part.isUrl ? h('a', { href: part.text }, part.text) : { type: 'text', value: part.text },
  );
}

function latestOf({ heading, items }: Latest): Element {
  const teasers = items.map(({ headline, summary, url }) =>
    h(
      'li',
      h('p', h('a', { href: url }, oneLine(headline))),
      ...(summary ? [h('p', oneLine(summary))] : []),
    ),
  );
  const mark = { className: ['imprimatur-latest'] };
  return h('section', mark, h('h2', oneLine(heading)), h('ul', teasers));
}

function inLanguage(block: Element, language: string): Element {
  const { lang = language, dir = direction(String(lang)), ...properties } = block.properties;
  return { ...block, properties: { ...properties, lang, dir } };
}
