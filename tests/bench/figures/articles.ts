import type { Root } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { toParse5 } from 'hast-util-to-parse5';
import { type DefaultTreeAdapterTypes, parseFragment, serialize } from 'parse5';
import type { Story } from '../../../src/formats/format.ts';
import { formats } from '../../../src/formats/index.ts';
import { readBody } from '../../../src/intake/index.ts';
import { intakeOf } from '../../support/intake-of.ts';
import type { Figure } from '../figure.ts';
import { sampleHtml } from '../sample-article.ts';
import { median } from '../statistics.ts';

const ROUNDS = 7;
const EACH = 60;

/** One article taken in and rendered, next to the same markup parsed and written as it is. */
export async function measureArticles(): Promise<Figure[]> {
  const html = sampleHtml();
  const story = storyOf(html);
  const parseAndWrite = () => writeBare(fromParse5(parseFragment(html)) as Root);
  const write = () => writeBare(story.body);
  return [
    taking(inTurns(() => intakeOf({ html }), parseAndWrite)),
    ...[...formats.values()].map(({ name, render }) =>
      rendering(
        name,
        inTurns(() => render(story), write),
      ),
    ),
  ];
}

function writeBare(tree: Root): string {
  return serialize(toParse5(tree) as DefaultTreeAdapterTypes.Document);
}

/** Milliseconds for one. */
interface Pair {
  ours: number;
  raw: number;
}

function taking({ ours, raw }: Pair): Figure {
  const bare = { value: raw, is: 'parsed and written' };
  return { name: 'article of 1,000 words, taken in', unit: 'ms', ours, raw: bare };
}

function rendering(format: string, { ours, raw }: Pair): Figure {
  const name = `the same, rendered as ${format}`;
  const bare = { value: 1000 / raw, is: 'body written alone' };
  return { name, unit: 'renders/s', ours: 1000 / ours, raw: bare };
}

function inTurns(ours: () => unknown, raw: () => unknown): Pair {
  const seen: Pair[] = [];
  // The first round warms the code up.
  for (let round = 0; round <= ROUNDS; round++) seen.push({ ours: timed(ours), raw: timed(raw) });
  const counted = seen.slice(1);
  return {
    ours: median(counted.map((pair) => pair.ours)),
    raw: median(counted.map((pair) => pair.raw)),
  };
}

function timed(work: () => unknown): number {
  const startedAt = performance.now();
  for (let at = 0; at < EACH; at++) work();
  return (performance.now() - startedAt) / EACH;
}

function storyOf(html: string): Story {
  const licence = '0198c5a4-6f4e-7c1b-9a52-3d0f8e7b6a11';
  const verifyUrl = `https://rights.example/licences/${licence}`;
  return {
    ...{ articleId: '0198c5a4-6f4e-7c1b-9a52-3d0f8e7b6a12', version: 1, language: 'en' },
    ...{ headline: 'The ferry stays', byline: 'By the harbour desk', dateline: 'OSLO' },
    ...{ summary: null, correctionNote: null, images: [] },
    canonicalUrl: 'https://harbour.example/ferry/1',
    publishedAt: Date.UTC(2026, 2, 1, 6),
    publication: { name: 'The Harbour', url: 'https://harbour.example' },
    copyright: { holder: 'Harbour Press', year: 2026 },
    body: readBody(intakeOf({ html }).html),
    footer: `© 1998-2026 Harbour Press. Reprinted with permission: ${verifyUrl}`,
    licence: { id: licence, verifyUrl },
  };
}
