import type { Fee, Terms } from '../terms.ts';
import { type Says, where } from './sentence.ts';

const PAYWALLS: Readonly<Record<Terms['sale']['paywall'], string>> = {
  allowed: 'The text may stand behind a paywall.',
  avoid: 'The text is kept out from behind a paywall where that can be done.',
  forbidden: 'The text does not stand behind a paywall.',
};

const ADS: Readonly<Record<Terms['sale']['ads'], string>> = {
  any: 'Advertisements may be sold beside the text.',
  around: 'Advertisements may stand around the text, and are not sold against it.',
  none: 'No advertisement stands on the page.',
};

export const sale: Says = ({ sale: { resale, paywall, ads } }) => [
  ['attested', resale ? 'The text may be sold on.' : 'The text is not sold on.'],
  ['attested', PAYWALLS[paywall]],
  ['attested', ADS[ads]],
];

export const onward: Says = ({ onward: { sublicense, deniedPlatforms } }) => [
  [
    'attested',
    sublicense
      ? 'The outlet may license the text to others.'
      : 'Nobody else is licensed by the outlet.',
  ],
  ...where(
    deniedPlatforms.length > 0,
    'attested',
    `These platforms do not carry the text: ${deniedPlatforms.join(', ')}.`,
  ),
];

const MACHINES: readonly [keyof Terms['ai'], string][] = [
  ['train', 'to train models'],
  ['input', 'as input to models'],
  ['index', 'to build indexes for machines'],
];

export const ai: Says = (terms) => {
  const named = (allowed: boolean) =>
    MACHINES.filter(([use]) => terms.ai[use] === allowed).map(([, words]) => words);
  const may = named(true);
  const mayNot = named(false);
  return [
    ...where(may.length > 0, 'attested', `The text may be used ${may.join(', ')}.`),
    ...where(mayNot.length > 0, 'attested', `The text is not used ${mayNot.join(', ')}.`),
  ];
};

export const fee: Says = ({ fee: price }) =>
  price === null ? [] : [['attested', `The fee is ${money(price)}.`]];

function money({ amount, currency, basis, reference }: Fee): string {
  const format = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
  });
  const { maximumFractionDigits: digits = 0 } = format.resolvedOptions();
  const price = format.format(amount / 10 ** digits).replace(/\s/gu, ' ');
  return `${price} (${basis})${reference === null ? '' : `, reference ${reference}`}`;
}
