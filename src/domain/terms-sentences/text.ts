import type { Portion, Terms } from '../terms.ts';
import type { EditLevel, ImageLevel } from '../use.ts';
import { counted, type Says, where } from './sentence.ts';

const EDITS: Readonly<Record<EditLevel, string>> = {
  none: 'The text is not changed.',
  style: 'The text may be fitted to house style and is not changed otherwise.',
  shorten: 'The text may be shortened and fitted to house style, and is not changed otherwise.',
  any: 'The text may be edited.',
};

const APPROVALS: Readonly<Record<Terms['edits']['approval'], string>> = {
  none: '',
  cuts: 'Cuts are published only once the publication has approved them.',
  all: 'Changes are published only once the publication has approved them.',
};

export const edits: Says = ({ edits: { level, headline, approval, minWords, disclosure } }) => [
  ['checked', EDITS[level]],
  ['checked', headline ? 'The headline may be changed.' : 'The headline stays as it is.'],
  ...where(approval !== 'none', 'attested', APPROVALS[approval]),
  ...where(
    minWords !== null,
    'checked',
    `At least ${counted(minWords ?? 0, 'word')} of the text are left.`,
  ),
  ...where(disclosure !== null, 'checked', `A text that was changed says: “${disclosure}”`),
];

export const portion: Says = ({ portion: part }) => [
  ['enforced', part === 'full' ? 'The whole text is licensed.' : `${extent(part)} is licensed.`],
];

function extent(part: Exclude<Portion, 'full'>): string {
  return 'maxWords' in part
    ? `An extract of at most ${counted(part.maxWords, 'word')}, with a link to the original,`
    : `An extract of at most ${counted(part.maxParagraphs, 'paragraph')}, with a link to the original,`;
}

export const credit: Says = ({ credit: { byline, line, position, tail } }) => {
  const over = position === 'top' ? 'over' : 'under';
  const said = [byline, line, tail].some((text) => text !== null);
  return [
    ...where(
      byline !== null,
      'enforced',
      `The text is sent with a byline in this form: “${byline}”`,
    ),
    ...where(line !== null, 'enforced', `The text is sent with this line ${over} it: “${line}”`),
    ...where(tail !== null, 'enforced', `The text is sent with this at its end: “${tail}”`),
    [
      'checked',
      said ? 'These and the footer stay with the text.' : 'The footer stays with the text.',
    ],
  ];
};

const CANONICAL: Readonly<Record<Terms['links']['canonical'], string>> = {
  off: '',
  ifSupported: "The page names the original as canonical where the outlet's system can.",
  required: 'The page names the original as canonical.',
};

export const links: Says = ({ links: { keep, canonical } }) => [
  ...where(keep, 'checked', 'The links in the text stay.'),
  ...where(canonical !== 'off', 'checked', CANONICAL[canonical]),
];

const IMAGES: Readonly<Record<ImageLevel, string>> = {
  none: 'No image is sent.',
  withStory: 'The images are sent that may go with the story, for use with it alone.',
  listed: 'The images are sent that may be passed on, each for use as its own note says.',
};

export const images: Says = (terms) => [['enforced', IMAGES[terms.images]]];
