import type { Schema } from 'hast-util-sanitize';

/** Elements that go with all they contain: none of it was ever meant to be read as the article. */
export const DROPPED_ELEMENTS: ReadonlySet<string> = new Set([
  'applet',
  'audio',
  'button',
  'canvas',
  'datalist',
  'embed',
  'frame',
  'frameset',
  'iframe',
  'input',
  'noembed',
  'noframes',
  'noscript',
  'object',
  'script',
  'select',
  'style',
  'svg',
  'template',
  'textarea',
  'title',
  'video',
]);

/** Elements that stand inside a line. */
export const INLINE_ELEMENTS: ReadonlySet<string> = new Set([
  'a',
  'abbr',
  'bdi',
  'bdo',
  'br',
  'cite',
  'code',
  'del',
  'em',
  'img',
  'ins',
  'q',
  'strong',
  'sub',
  'sup',
  'time',
]);

/** Elements that stand on their own; `div` only until its content is arranged. */
const BLOCK_ELEMENTS = [
  'blockquote',
  'caption',
  'div',
  'figcaption',
  'figure',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'li',
  'ol',
  'p',
  'pre',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'ul',
];

const NUMBER = /^\d{1,5}$/;
const LANGUAGE = /^[a-z]{2,8}(?:-[a-z\d]{1,8})*$/i;

/** What may stay of an article's HTML; every other element is replaced by its content. */
export const schema: Schema = {
  tagNames: [...INLINE_ELEMENTS, ...BLOCK_ELEMENTS],
  strip: [...DROPPED_ELEMENTS],
  attributes: {
    '*': [
      ['lang', LANGUAGE],
      ['dir', 'ltr', 'rtl', 'auto'],
    ],
    a: ['href'],
    abbr: ['title'],
    blockquote: ['cite'],
    img: ['src', 'alt', ['width', NUMBER], ['height', NUMBER]],
    li: [['value', NUMBER]],
    ol: [
      ['start', NUMBER],
      ['reversed', true],
    ],
    q: ['cite'],
    td: [
      ['colSpan', NUMBER],
      ['rowSpan', NUMBER],
    ],
    th: [
      ['colSpan', NUMBER],
      ['rowSpan', NUMBER],
      ['scope', 'col', 'row', 'colgroup', 'rowgroup'],
    ],
    time: ['dateTime'],
  },
  protocols: { cite: ['http', 'https'], href: ['http', 'https', 'mailto'], src: ['http', 'https'] },
  // Where an element may stand is decided when blocks are arranged.
  ancestors: {},
  clobber: [],
  required: {},
};
