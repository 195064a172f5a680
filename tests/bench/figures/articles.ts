import type { Root } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { toParse5 } from 'hast-util-to-parse5';
import { type DefaultTreeAdapterTypes, parseFragment, serialize } from 'parse5';
import { formats } from '../../../src/formats/index.ts';
import { intakeOf } from '../../support/intake-of.ts';
import type { Figure } from '../figure.ts';
import { sampleHtml, samplePermission, sampleStory } from '../sample-article.ts';
import { median } from '../statistics.ts';

const ROUNDS = 7;
const EACH = 60;
const TAKEN_IN_WITHIN_MS = 5;
/** Of the formats that most systems take. */
const RENDERED_PER_SECOND: Readonly<Record<string, number>> = {
  html: 2000,
  text: 2000,
  json: 2000,
};

/** One article taken in and rendered, next to the same markup parsed and written as it is. */
export async function measureArticles(): Promise<Figure[]> {
  const html = sampleHtml();
  const story = sampleStory();
  const permission = samplePermission(0);
  const parseAndWrite = () => writeBare(fromParse5(parseFragment(html)) as Root);
  const write = () => writeBare(story.body);
  return [
    taking(inTurns(() => intakeOf({ html }), parseAndWrite)),
    ...[...formats.values()].map(({ name, compose }) =>
      rendering(
        name,
        inTurns(() => compose(story)(permission), write),
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
  const target = { of: 'ours' as const, atMost: TAKEN_IN_WITHIN_MS };
  return { name: 'article of 1,000 words, taken in', unit: 'ms', ours, raw: bare, target };
}

function rendering(format: string, { ours, raw }: Pair): Figure {
  const name = `the same, rendered as ${format}`;
  const bare = { value: 1000 / raw, is: 'body written alone' };
  const atLeast = RENDERED_PER_SECOND[format];
  const target = atLeast === undefined ? {} : { target: { of: 'ours' as const, atLeast } };
  return { name, unit: 'renders/s', ours: 1000 / ours, raw: bare, ...target };
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
