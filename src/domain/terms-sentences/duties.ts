import { counted, type Says, where } from './sentence.ts';

export const afterExpiry: Says = ({ afterExpiry: stays }) =>
  stays === 'remove'
    ? [
        ['enforced', 'When the licence ends, the text is taken back from where it was sent.'],
        ['checked', 'When the licence ends, every copy is removed.'],
      ]
    : [
        ['enforced', 'When the licence ends, what was sent is not taken back.'],
        ['checked', 'Copies that were published while the licence held may stay.'],
      ];

export const onCorrection: Says = ({ onCorrection: way }) => [
  [
    'enforced',
    way === 'follow'
      ? 'When the publication corrects the article, a licence for the new version follows.'
      : 'A licence is for one version of the article and stays on it, unless a correction is mandatory.',
  ],
];

/** The time runs from when the text was delivered, and a receipt is what meets it. */
export const report: Says = ({ report: owed }) => [
  ...where(
    owed !== null,
    'checked',
    `Within ${counted(owed?.withinHours ?? 0, 'hour')} of its delivery the outlet reports the page by its URL; a report that does not come in time is recorded.`,
  ),
  ...where(owed?.evidence === 'pdf', 'attested', 'With the report goes a PDF of the page.'),
];

export const removal: Says = ({ removal: duty }) =>
  where(
    duty !== null,
    'checked',
    `When the publication kills the article, it is removed within ${counted(duty?.withinMinutes ?? 0, 'minute')}.`,
  );

export const correction: Says = ({ correction: duty }) => [
  ...where(
    duty !== null,
    'checked',
    `A correction is made within ${counted(duty?.withinMinutes ?? 0, 'minute')}.`,
  ),
  ...where(
    (duty?.notice ?? null) !== null,
    'checked',
    `A notice of the correction stands ${duty?.notice === 'top' ? 'over' : 'under'} the text.`,
  ),
];
