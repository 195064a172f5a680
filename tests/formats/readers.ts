import MarkdownIt from 'markdown-it';
import { canonicalText, readBody } from '../../src/intake/index.ts';

const markdownIt = new MarkdownIt();

/** How a reader of each format gets at its words. A new format adds one line. */
export const READERS: Readonly<Record<string, (printed: string) => string>> = {
  html: wordsOfHtml,
  json: (printed) => wordsOfJson(JSON.parse(printed)),
  markdown: (printed) => wordsOfHtml(markdownIt.render(printed)),
  text: (printed) => printed,
  'text-72': (printed) => printed,
};

function wordsOfHtml(printed: string): string {
  const children = readBody(printed).children.filter(
    (node) => node.type !== 'element' || node.tagName !== 'script',
  );
  return canonicalText({ type: 'root', children });
}

interface Json {
  headline: string;
  byline: string | null;
  body: { html: string };
  correctionNote: string | null;
  footer: { text: string };
  latest: { heading: string; items: { headline: string; summary: string | null }[] } | null;
}

function wordsOfJson({ headline, byline, body, correctionNote, footer, latest }: Json): string {
  const inHtml = canonicalText(readBody(body.html));
  const teasers = latest?.items.flatMap((item) => [item.headline, item.summary]) ?? [];
  const rest = [correctionNote, footer.text, latest?.heading, ...teasers];
  return [headline, byline, inHtml, ...rest].filter(Boolean).join(' ');
}

/** The letters and digits of a text, as lines are broken and digits raised differently. */
export function lettersOf(text: string): string {
  return (text.normalize('NFKC').match(/[\p{L}\p{N}]+/gu) ?? []).join('');
}

/** Whether the words stand in the text in this order, whatever stands between them. */
export function standsInOrder(wanted: string, printed: string): boolean {
  const letters = lettersOf(printed);
  let from = 0;
  return wanted.split(/\s+/).every((word) => {
    const at = letters.indexOf(lettersOf(word), from);
    from = at + lettersOf(word).length;
    return at >= 0;
  });
}

/** How often a text says something, however its lines are broken. */
export function count(printed: string, part: string): number {
  return squeezed(printed).split(squeezed(part)).length - 1;
}

export function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}
