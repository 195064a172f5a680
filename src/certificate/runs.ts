import bidiFactory, { type Bidi } from 'bidi-js';
import { type Face, faceOf } from './faces.ts';
import { spelled } from './spelled.ts';

/** The package's types speak of its other build, where the factory is a member. */
const bidi = (bidiFactory as unknown as () => Bidi)();

/** Part of a line in one face and one direction. */
export interface Run {
  /** Letters in the order in which they are read, which shaping turns round; signs as they stand. */
  text: string;
  face: Face;
  isRightToLeft: boolean;
}

/** A line as it is printed: its runs from left to right. */
export interface Line {
  runs: readonly Run[];
  isRightToLeft: boolean;
}

/** Orders a line by the Unicode bidirectional algorithm (UAX 9) and parts it by face. */
export function arrange(text: string): Line {
  const printable = spelled(text);
  const embedding = bidi.getEmbeddingLevels(printable);
  const isRightToLeft = (embedding.paragraphs[0]?.level ?? 0) % 2 === 1;
  const mirrored = bidi.getMirroredCharactersMap(printable, embedding.levels);
  const shown = Array.from({ length: printable.length }, (_, at) => {
    return mirrored.get(at) ?? printable[at];
  }).join('');
  const runs = readingRuns(shown, embedding.levels);
  return { runs: visualOrder(runs).map(asShaped), isRightToLeft };
}

interface LevelRun extends Run {
  level: number;
}

/** In reading order; a space or a mark stays with the run it follows, where its face has it. */
function readingRuns(text: string, levels: Uint8Array): LevelRun[] {
  const runs: LevelRun[] = [];
  let at = 0;
  for (const character of text) {
    const level = levels[at] ?? 0;
    at += character.length;
    const face = faceOf(character) ?? FALLBACK;
    const last = runs.at(-1);
    if (last && last.level === level && (last.face === face || isMark(character))) {
      last.text += character;
    } else runs.push({ text: character, face, level, isRightToLeft: level % 2 === 1 });
  }
  return runs;
}

/** Rule L2: from the highest level down, each stretch at it or above is reversed. */
function visualOrder(runs: readonly LevelRun[]): Run[] {
  const order = [...runs];
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level > 0; level -= 1) {
    for (let from = 0; from < order.length; from += 1) {
      let to = from;
      while (to < order.length && (order[to]?.level ?? 0) >= level) to += 1;
      order.splice(from, to - from, ...order.slice(from, to).reverse());
      from = to;
    }
  }
  return order;
}

/** Shaping knows by its letters which way a run goes; one without any is turned round here. */
function asShaped(run: Run): Run {
  if (!run.isRightToLeft || LETTERS.test(run.text)) return run;
  return { ...run, text: [...run.text].reverse().join(''), isRightToLeft: false };
}

const LETTERS = /[\p{scx=Hebrew}\p{scx=Arabic}]/u;

function isMark(character: string): boolean {
  return /^\p{M}$/u.test(character);
}

const FALLBACK = faceOf('A') as Face;
