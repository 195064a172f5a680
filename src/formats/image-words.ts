import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { oneLine } from '../domain/characters.ts';
import { canonicalText } from '../intake/index.ts';
import type { Image } from './format.ts';

/** A figure for an image that stands nowhere in the body. */
export function imageFigure(image: Image): Element {
  const words = wordsFor([image], '');
  return h(
    'figure',
    { className: ['imprimatur-image'] },
    h('img', { src: image.url, alt: oneLine(image.alt ?? '') }),
    ...(words.length > 0 ? [h('figcaption', words)] : []),
  );
}

/** A figure of the body, with the captions and credits of its images that it does not say itself. */
export function withWords(figure: Element, images: readonly Image[]): Element {
  const words = wordsFor(images, canonicalText(figure));
  if (words.length === 0) return figure;
  const caption = figure.children.find(isCaption);
  if (!caption) {
    const own = h('figcaption', { className: ['imprimatur-credit'] }, words);
    return { ...figure, children: [...figure.children, own] };
  }
  const children = [...caption.children, text(' '), ...words];
  return {
    ...figure,
    children: figure.children.map((child) =>
      child === caption ? { ...caption, children } : child,
    ),
  };
}

/** The same for an image inside a line: the words follow it in parentheses. */
export function lineWords(image: Image, said: string): ElementContent[] {
  const words = wordsFor([image], said);
  if (words.length === 0) return [];
  return [h('span', { className: ['imprimatur-image-words'] }, ' (', words, ')')];
}

function wordsFor(images: readonly Image[], said: string): ElementContent[] {
  const spans = images.flatMap(({ caption, credit }) => [
    ...span('caption', caption, said),
    ...span('credit', credit, said),
  ]);
  return spans.flatMap((one, index) => (index === 0 ? [one] : [text(' '), one]));
}

function span(name: string, words: string | null, said: string): Element[] {
  const line = oneLine(words ?? '');
  if (line === '' || said.includes(line)) return [];
  return [h('span', { className: [`imprimatur-${name}`] }, line)];
}

function isCaption(node: ElementContent): node is Element {
  return node.type === 'element' && node.tagName === 'figcaption';
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}
