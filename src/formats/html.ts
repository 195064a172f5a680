import type { Element } from 'hast';
import { h } from 'hastscript';
import { oneLine } from '../domain/characters.ts';
import { writeHtml } from '../intake/index.ts';
import { direction } from './direction.ts';
import type { Format, Image, Permission, Story } from './format.ts';
import { licensedBody } from './licensed-body.ts';
import { linkUrls } from './link-urls.ts';

/** A fragment for the body of a page: every block says its language, as the page may be in another. */
export const html: Format = {
  name: 'html',
  mediaType: 'text/html; charset=utf-8',
  compose: (story) => (permission) =>
    writeHtml(blocksOf(story, permission).map((block) => inLanguage(block, story.language))),
};

function blocksOf(story: Story, permission: Permission): Element[] {
  const { blocks, images } = licensedBody(story);
  return [
    h('h1', oneLine(story.headline)),
    ...paragraph('byline', story.byline),
    ...blocks,
    ...images.map(figure),
    ...paragraph('correction', story.correctionNote),
    h('footer', { className: ['imprimatur-footer'] }, h('p', footerOf(story, permission))),
  ];
}

function paragraph(name: string, text: string | null): Element[] {
  return text ? [h('p', { className: [`imprimatur-${name}`] }, oneLine(text))] : [];
}

function figure({ url, alt, caption, credit }: Image): Element {
  const words = oneLine([caption, credit].filter(Boolean).join(' '));
  const image = h('img', { src: url, alt: oneLine(alt ?? '') });
  return h('figure', image, ...(words ? [h('figcaption', words)] : []));
}

function footerOf({ canonicalUrl }: Story, { footer, licence }: Permission) {
  return linkUrls(oneLine(footer), [canonicalUrl, licence.verifyUrl]);
}

function inLanguage(block: Element, language: string): Element {
  const { lang = language, dir = direction(String(lang)), ...properties } = block.properties;
  return { ...block, properties: { ...properties, lang, dir } };
}
