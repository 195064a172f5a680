import { fillTerms } from '../fill-terms.ts';
import type { Preset } from './preset.ts';

/** A magazine that prints a story in one issue, for a price. */
export const magazineReprint: Preset = {
  name: 'magazine-reprint',
  title: 'Magazine reprint: one edition, for a fee',
  summary:
    'Print alone, in one edition of up to 10,000 copies in the territory that is named, for a fee ' +
    'per edition. Cuts are approved first and told to readers, and a PDF of the page is sent. ' +
    'Set the territory, the copies and the fee before you save them.',
  terms: fillTerms({
    media: ['print'],
    territories: ['GB', 'IE'],
    window: { notBefore: 'nextDay', maxDays: 120 },
    afterExpiry: 'keepPublished',
    onCorrection: 'fixed',
    edits: {
      level: 'shorten',
      headline: true,
      approval: 'cuts',
      minWords: 300,
      disclosure: 'This article has been shortened.',
    },
    credit: { line: 'First published in {publication}.', position: 'bottom' },
    links: { keep: false, canonical: 'off' },
    report: { withinHours: 336, evidence: 'pdf' },
    limits: { copies: 10_000 },
    fee: { amount: 25_000, currency: 'GBP', basis: 'perEdition', reference: null },
  }),
};
