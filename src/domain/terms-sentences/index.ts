import { publicLicenceOf } from '../public-terms.ts';
import type { Terms } from '../terms.ts';
import * as duties from './duties.ts';
import * as scope from './scope.ts';
import type { Says, Sentence } from './sentence.ts';
import * as text from './text.ts';
import * as trade from './trade.ts';

export type { Held, Sentence } from './sentence.ts';

const basis: Says = (terms) => {
  const uri = publicLicenceOf(terms);
  if (uri === null) return [];
  return [
    ['attested', `The text is offered under the public licence ${uri}, to which nothing is added.`],
  ];
};

const none: Says = () => [];

/** In the order in which they are read. */
const SAYS: Readonly<Record<keyof Terms, Says>> = {
  basis,
  media: scope.media,
  territories: scope.territories,
  excludeTerritories: none,
  languages: scope.languages,
  translation: scope.translation,
  window: scope.window,
  advance: scope.advance,
  exclusivity: scope.exclusivity,
  limits: scope.limits,
  portion: text.portion,
  edits: text.edits,
  credit: text.credit,
  links: text.links,
  images: text.images,
  onCorrection: duties.onCorrection,
  correction: duties.correction,
  removal: duties.removal,
  report: duties.report,
  afterExpiry: duties.afterExpiry,
  sale: trade.sale,
  onward: trade.onward,
  ai: trade.ai,
  fee: trade.fee,
};

/** What is still ours to say beside a public licence: what we send, and for how long we do. */
const BESIDE_PUBLIC: ReadonlySet<keyof Terms> = new Set([
  'basis',
  'window',
  'advance',
  'images',
  'onCorrection',
]);

/**
 * Says terms in plain sentences, each with how it is held, and promises no more than that. Terms
 * that rest on a public licence say that and what we do ourselves.
 */
export function termsSentences(terms: Terms): Sentence[] {
  const isPublic = publicLicenceOf(terms) !== null;
  const names = (Object.keys(SAYS) as (keyof Terms)[]).filter(
    (name) => !isPublic || BESIDE_PUBLIC.has(name),
  );
  return names.flatMap((term) =>
    SAYS[term](terms).map(([held, words]) => ({ term, text: words, held })),
  );
}
