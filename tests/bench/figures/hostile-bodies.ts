import { DomainError } from '../../../src/domain/errors.ts';
import { intakeOf } from '../../support/intake-of.ts';
import type { Figure } from '../figure.ts';

const MIB = 2 ** 20;
const WITHIN_S = 1;

/** Bodies that were made to be slow, each up to the limit of what is taken in. */
const BODIES: Readonly<Record<string, () => { html: string } | { text: string }>> = {
  'one line': () => ({ html: 'word '.repeat(MIB / 5) }),
  'one line of text': () => ({ text: 'word '.repeat(MIB / 5) }),
  'one word': () => ({ html: 'w'.repeat(MIB) }),
  'Chinese on one line': () => ({ text: '潮水涨了又退'.repeat(MIB / 18) }),
  'short lines': () => ({ text: 'a\n'.repeat(MIB / 2) }),
  'capital lines': () => ({ text: 'AB CD\n'.repeat(MIB / 6) }),
  'by lines': () => ({ text: 'By A\n'.repeat(MIB / 5) }),
  dashes: () => ({ text: '-'.repeat(MIB) }),
  'copyright lines': () => ({ text: '© '.repeat(MIB / 3) }),
  'nested elements': () => ({ html: '<div>'.repeat(10_000) }),
  'attributes of one element': () => ({ html: `<p ${attributes(100_000)}>x` }),
  'attributes of many elements': () => ({
    html: `<p ${attributes(900)}>x`.repeat(100).slice(0, MIB),
  }),
  'unclosed paragraphs': () => ({ html: '<p>a'.repeat(MIB / 4) }),
  'unclosed formatting': () => ({ html: '<b><i><p>'.repeat(MIB / 9) }),
  'unclosed tags': () => ({ html: '<a '.repeat(MIB / 3) }),
  'angle brackets': () => ({ html: '<'.repeat(MIB) }),
  references: () => ({ html: '&amp;'.repeat(MIB / 5) }),
  'numeric references': () => ({ html: '&#xD800;'.repeat(MIB / 8) }),
  ampersands: () => ({ html: '&'.repeat(MIB) }),
  'NUL characters': () => ({ html: '\u0000'.repeat(MIB) }),
  'combining marks': () => ({ text: `e${'\u0301'.repeat(MIB / 2 - 1)}` }),
  Khmer: () => ({ text: 'ខ្មែរ'.repeat(MIB / 15) }),
  'line breaks': () => ({ html: 'a<br>'.repeat(19_000) }),
  figures: () => ({
    html: '<figure><img src="/i.png"><figcaption>a</figcaption></figure>'.repeat(6_000),
  }),
  'formatting around paragraphs': () => ({ html: '<b>'.repeat(190) + '<p>a'.repeat(10_000) }),
  tables: () => ({ html: '<table><td>'.repeat(MIB / 11) }),
};

function attributes(count: number): string {
  return Array.from({ length: count }, (_, at) => `a${at}`).join(' ');
}

/** Seconds until the slowest of them is taken in or refused. */
export async function measureHostileBodies(): Promise<Figure[]> {
  const seen = Object.entries(BODIES).map(([name, body]) => ({ name, s: secondsFor(body()) }));
  const slowest = seen.toSorted((a, b) => b.s - a.s);
  const [worst, ...others] = slowest;
  if (!worst) throw new Error('nothing was measured');
  return [
    {
      ...{ name: `${seen.length} hostile bodies of up to 1 MiB, the slowest`, unit: 's' },
      ours: worst.s,
      target: { of: 'ours', atMost: WITHIN_S },
      also: Object.fromEntries([worst, ...others.slice(0, 4)].map(({ name, s }) => [name, s])),
    },
  ];
}

function secondsFor(body: { html: string } | { text: string }): number {
  const startedAt = performance.now();
  try {
    intakeOf(body, { footers: ['© {years} {holder}, {canonicalUrl}'] });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
  return (performance.now() - startedAt) / 1000;
}
