import { oneLine } from './characters.ts';

const TEXT = '.{1,500}?';
const WORD = '\\S{1,2048}?';

/** What each placeholder may have become, as few characters as will do. */
const VALUES: Readonly<Record<string, string>> = {
  years: '\\d{4}(?:\\s?[-–—]\\s?\\d{4})??',
  publication: TEXT,
  holder: TEXT,
  headline: TEXT,
  canonicalUrl: WORD,
  licenceId: WORD,
  verifyUrl: WORD,
};

const PLACEHOLDER = new RegExp(`\\{(${Object.keys(VALUES).join('|')})\\}`);
const NOTHING = /(?!)/;

/**
 * Matches a whole text that a footer template could have produced, however it is spaced and
 * capitalised. A template that says too little of its own to be told from a story's last sentence
 * (`{publication}: {headline}`) matches nothing.
 *
 * Runs in linear time: a placeholder ends where the words after it first stand, and the lookahead
 * around it, which a regular expression never enters twice, keeps that choice.
 */
export function footerPattern(template: string): RegExp {
  const [first = '', ...rest] = oneLine(template).split(PLACEHOLDER);
  const names = rest.filter((_, index) => index % 2 === 0);
  const literals = rest.filter((_, index) => index % 2 === 1);
  if (weigh([first, ...literals].join('')) < weightNeeded(names)) return NOTHING;
  const values = names.map((name, index) => {
    const end = index === names.length - 1 ? '\\s*$' : '';
    return `(?=(${VALUES[name]}${exactly(literals[index] ?? '')}${end}))\\${index + 1}`;
  });
  return new RegExp(`^\\s*${exactly(first)}${values.join('')}\\s*$`, 'isu');
}

function exactly(literal: string): string {
  return literal.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replaceAll(' ', '\\s+');
}

/** Letters and digits, where one of a script without capitals says as much as two of one with. */
function weigh(literal: string): number {
  const count = (pattern: RegExp) => literal.match(pattern)?.length ?? 0;
  return count(/[\p{L}\p{N}]/gu) + count(/\p{Lo}/gu) + 8 * count(/©/g);
}

/** The freer the placeholders, the more the template's own words have to say. */
function weightNeeded(names: readonly string[]): number {
  if (names.some((name) => VALUES[name] === TEXT)) return 8;
  return names.length > 0 ? 4 : 1;
}
