import { formatInstant } from '../instant.ts';
import { MEDIA } from '../media.ts';
import type { Beginning, Terms } from '../terms.ts';
import { isWorld } from '../territories.ts';
import { counted, type Said, type Says, where } from './sentence.ts';

export const media: Says = ({ media: offered }) => [
  ['attested', `The text may appear in these media and no others: ${offered.join(', ')}.`],
];

export const territories: Says = ({ territories: offered, excludeTerritories: without }) => {
  const place = isWorld(offered) ? 'everywhere' : `in ${offered.join(', ')}`;
  const except = without.length > 0 ? `, except in ${without.join(', ')}` : '';
  return [
    ['enforced', `Licences are given for readers ${place}${except}.`],
    ['attested', 'Readers elsewhere are not offered the text.'],
  ];
};

export const languages: Says = ({ languages: offered }) => [
  [
    'enforced',
    offered
      ? `Licences are given for these languages: ${offered.join(', ')}.`
      : "Licences are given for the article's own language.",
  ],
];

const TRANSLATIONS: Readonly<Record<Terms['translation'], string>> = {
  none: 'The text is not translated.',
  withApproval: 'A translation is published only once the publication has approved it.',
  accurate: 'A translation says what the text says, accurately and in full.',
};

export const translation: Says = (terms) => [['attested', TRANSLATIONS[terms.translation]]];

export const window: Says = ({ window: { notBefore, byMedium, maxDays, offerDays } }) => [
  ...where(notBefore !== null, 'enforced', `No use begins before ${beginning(notBefore)}.`),
  ...MEDIA.flatMap((medium): Said[] => {
    const own = byMedium[medium];
    return own === undefined
      ? []
      : [['enforced', `In ${medium}, no use begins before ${beginning(own)}.`]];
  }),
  ...where(
    Object.keys(byMedium).length > 0,
    'enforced',
    'A licence for several media begins with the last of them.',
  ),
  ['enforced', `A licence lasts for at most ${counted(maxDays, 'day')}.`],
  ...where(
    offerDays !== null,
    'enforced',
    `An article can be asked for until ${counted(offerDays ?? 0, 'day')} after it was first published.`,
  ),
];

function beginning(at: Beginning | null): string {
  if (typeof at === 'number') return formatInstant(at);
  return typeof at === 'object' && at
    ? `${duration(at.after)} after the article was first published`
    : "the calendar day after the article was first published, in the publication's time zone";
}

const UNITS: readonly [letter: string, one: string][] = [
  ['W', 'week'],
  ['D', 'day'],
  ['H', 'hour'],
  ['M', 'minute'],
];

function duration(text: string): string {
  const said = UNITS.flatMap(([letter, one]) => {
    const found = new RegExp(`(\\d+)${letter}`).exec(text)?.[1];
    return found === undefined ? [] : [counted(Number(found), one)];
  });
  return said.join(' and ');
}

export const advance: Says = ({ advance: isSent }) =>
  where(
    isSent,
    'enforced',
    'The text may be sent before it may be published; it then names the instant before which it may not.',
  );

export const limits: Says = ({ limits: { sites, copies, liveAtOnce } }) => [
  ...where(sites !== null, 'attested', `It stands on at most ${counted(sites ?? 0, 'site')}.`),
  ...where(
    copies !== null,
    'attested',
    `At most ${counted(copies ?? 0, 'copy', 'copies')} are printed.`,
  ),
  ...where(
    liveAtOnce !== null,
    'enforced',
    `An outlet holds at most ${counted(liveAtOnce ?? 0, 'licence')} of this publication at once.`,
  ),
];

export const exclusivity: Says = ({ exclusivity: alone }) =>
  where(
    alone !== null,
    'enforced',
    `For ${counted(alone?.days ?? 0, 'day')} no other outlet is given the article ${
      isWorld(alone?.territories ?? []) ? 'anywhere' : `in ${alone?.territories.join(', ')}`
    }.`,
  );
