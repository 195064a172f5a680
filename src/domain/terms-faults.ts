import { namedInCredit, unknownInCredit } from './credit-lines.ts';
import { listing } from './listing.ts';
import { fieldsBesideLicence } from './public-conditions.ts';
import type { Terms } from './terms.ts';
import { isWorld, territoryWithin } from './territories.ts';

/** Where terms contradict themselves, and what to do. */
export interface TermsFault {
  path: readonly (string | number)[];
  message: string;
}

type Check = (terms: Terms) => TermsFault[];

const CHECKS: readonly Check[] = [
  territories,
  translation,
  beginnings,
  editing,
  portion,
  credit,
  limits,
  exclusivity,
  fieldsBesideLicence,
];

/**
 * Demands that cannot be met together, or that could never apply: terms that say them would promise
 * something that nobody can hold. Empty for terms that can be used.
 */
export function termsFaults(terms: Terms): TermsFault[] {
  return CHECKS.flatMap((check) => check(terms));
}

function fault(message: string, ...path: (string | number)[]): TermsFault {
  return { path, message };
}

function territories({ territories: offered, excludeTerritories: without }: Terms): TermsFault[] {
  if (isWorld(offered) || offered.some((code) => !without.includes(code))) return [];
  return [fault('These terms would offer no territory at all.', 'excludeTerritories')];
}

function translation({ translation: allowed, languages, basis }: Terms): TermsFault[] {
  if (allowed === 'none' || languages !== null || basis !== 'own') return [];
  return [fault('Name in `languages` those into which it may be translated.', 'translation')];
}

function beginnings({ window, media }: Terms): TermsFault[] {
  const named = Object.keys(window.byMedium);
  const absent = named.filter((name) => !media.some((medium) => medium === name));
  return absent.map((name) =>
    fault(
      `Not on offer for ${name}: add it to \`media\`, or leave this out.`,
      'window',
      'byMedium',
      name,
    ),
  );
}

function editing({ edits }: Terms): TermsFault[] {
  const mayCut = edits.level === 'shorten' || edits.level === 'any';
  const mayChange = edits.level !== 'none' || edits.headline;
  const raise = 'set `edits.level` to shorten or any, or leave this out.';
  const change = 'The text may not be changed: raise `edits.level`, or leave this out.';
  return [
    ...(edits.minWords !== null && !mayCut
      ? [fault(`The text may not be shortened: ${raise}`, 'edits', 'minWords')]
      : []),
    ...(edits.approval === 'cuts' && !mayCut
      ? [fault(`There are no cuts to approve: ${raise}`, 'edits', 'approval')]
      : []),
    ...(edits.approval === 'all' && !mayChange ? [fault(change, 'edits', 'approval')] : []),
    ...(edits.disclosure !== null && !mayChange ? [fault(change, 'edits', 'disclosure')] : []),
  ];
}

function portion({ portion: part, edits }: Terms): TermsFault[] {
  if (part === 'full' || !('maxWords' in part) || edits.minWords === null) return [];
  if (edits.minWords <= part.maxWords) return [];
  const message = `More than the ${part.maxWords} words of \`portion\`: ask for fewer, or license more.`;
  return [fault(message, 'edits', 'minWords')];
}

function credit({ credit: texts }: Terms): TermsFault[] {
  const unknown = (['byline', 'line', 'tail'] as const).flatMap((part) => {
    const found = unknownInCredit(part, texts[part] ?? '');
    if (found.length === 0) return [];
    const message = `${listing(found)} is not known here. Use ${namedInCredit(part)}.`;
    return [fault(message, 'credit', part)];
  });
  if (texts.byline === null || texts.byline.includes('{byline}')) return unknown;
  const nobody = 'This names no author: write {byline} where the byline is to stand.';
  return [...unknown, fault(nobody, 'credit', 'byline')];
}

function limits({ limits: { sites, copies }, media }: Terms): TermsFault[] {
  return [
    ...(copies !== null && !media.includes('print')
      ? [fault('Copies are of print: add print to `media`, or leave this out.', 'limits', 'copies')]
      : []),
    ...(sites !== null && !media.includes('web')
      ? [fault('Sites are on the web: add web to `media`, or leave this out.', 'limits', 'sites')]
      : []),
  ];
}

function exclusivity({ exclusivity: alone, territories: offered, ...terms }: Terms): TermsFault[] {
  return (alone?.territories ?? []).flatMap((code, index) => {
    const isOffered = territoryWithin(code, offered) && !terms.excludeTerritories.includes(code);
    const message = `${code} is not on offer: nobody can have it to themselves.`;
    return isOffered ? [] : [fault(message, 'exclusivity', 'territories', index)];
  });
}
