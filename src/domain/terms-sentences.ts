import { formatInstant } from './instant.ts';
import type { Terms } from './terms.ts';
import { isWorld } from './territories.ts';
import type { EditLevel, ImageLevel } from './use.ts';

const EDITS: Readonly<Record<EditLevel, string>> = {
  none: 'The text may not be changed.',
  style: 'The text may be fitted to house style and not changed otherwise.',
  shorten: 'The text may be shortened.',
  any: 'The text may be edited.',
};

const IMAGES: Readonly<Record<ImageLevel, string>> = {
  none: 'Images may not be used.',
  withStory: 'Images that are free to go with the story may be used with it.',
  listed: 'Each listed image may be used as its own note says.',
};

/** Says terms in plain sentences, one for each. */
export function termsSentences(terms: Terms): string[] {
  const { media, languages, window, afterExpiry, edits, images } = terms;
  return [
    `The article may appear in: ${media.join(', ')}.`,
    territories(terms),
    languages ? `Languages: ${languages.join(', ')}.` : "Only in the article's own language.",
    ...(typeof window.notBefore === 'number'
      ? [`Not before ${formatInstant(window.notBefore)}.`]
      : []),
    `For at most ${window.maxDays} days.`,
    afterExpiry === 'remove'
      ? 'When the licence ends, every copy has to be removed.'
      : 'Copies published while the licence held may stay when it ends.',
    EDITS[edits.level],
    IMAGES[images],
  ];
}

function territories({ territories: offered, excludeTerritories: without }: Terms): string {
  const where = isWorld(offered) ? 'everywhere' : `in ${offered.join(', ')}`;
  const except = without.length > 0 ? `, except in ${without.join(', ')}` : '';
  return `Readers may be offered it ${where}${except}.`;
}
