import { z } from 'zod';
import { listOf } from './list.ts';
import { Territories } from './territories.ts';
import { Line, WebUrl } from './text.ts';
import { EditLevel } from './use.ts';

const MOST_MINUTES = 5_256_000;

const Count = z.int().min(1).max(2_147_483_647);
const Days = z.int().min(1).max(36_500);
const Minutes = z.int().min(1).max(MOST_MINUTES);
const Sentence = Line.max(500);

/** The parts of terms, member by member, as both what is put in and what is answered have them. */
export const parts = {
  edits: {
    level: EditLevel.describe('How far the text may be changed'),
    headline: z.boolean().describe('Whether the headline may be changed'),
    approval: z.enum(['none', 'cuts', 'all']).describe('What the publication sees before print'),
    minWords: Count.nullable().describe('The fewest words that may be left'),
    disclosure: Sentence.nullable().describe('The sentence that tells readers of changes'),
  },
  credit: {
    byline: Line.max(200).nullable().describe('Form, such as {byline}, {publication}; null: as is'),
    line: Sentence.nullable().describe('Such as: This first appeared in {publication}.'),
    position: z.enum(['top', 'bottom']).describe('Where the line stands: over or under the body'),
    tail: Line.nullable().describe('Closing text after the body'),
  },
  links: {
    keep: z.boolean().describe('Links in the body stay'),
    canonical: z.enum(['off', 'ifSupported', 'required']),
  },
  removal: { withinMinutes: Minutes.describe('After a kill') },
  correction: {
    withinMinutes: Minutes,
    notice: z.enum(['top', 'bottom']).nullable().describe('Where readers are told of it'),
  },
  sale: {
    resale: z.boolean(),
    paywall: z.enum(['allowed', 'avoid', 'forbidden']),
    ads: z
      .enum(['any', 'around', 'none'])
      .describe('around: beside the text, never sold against it'),
  },
  onward: {
    sublicense: z.boolean(),
    deniedPlatforms: listOf(Line.max(100), { least: 0 }),
  },
  limits: {
    sites: Count.nullable(),
    copies: Count.nullable().describe('Circulation in print'),
    liveAtOnce: Count.nullable().describe('Licences of this publication that an outlet may hold'),
  },
  ai: { train: z.boolean(), input: z.boolean(), index: z.boolean() },
} as const;

/** How much of the text is licensed. */
export const Portion = z.union(
  [
    z.literal('full'),
    z.strictObject({ maxWords: Count }),
    z.strictObject({ maxParagraphs: Count }),
  ],
  'Write full, {"maxWords": 150} or {"maxParagraphs": 3}.',
);

/** What is owed to the publication after a reprint. */
export const Report = z
  .strictObject({
    withinHours: Count.describe('Of the publication of the page'),
    evidence: z.enum(['url', 'pdf']).default('url'),
  })
  .nullable();

/** What no other outlet gets. */
export const Exclusivity = z.strictObject({ territories: Territories, days: Days }).nullable();

const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

const Currency = z
  .string()
  .refine((code) => currencies.has(code), 'Write an ISO 4217 code in upper case, such as EUR.');

/** A price, which is recorded and never collected. */
export const Fee = z
  .strictObject({
    amount: z.int().min(0).describe('In minor units of the currency: cents'),
    currency: Currency.describe('ISO 4217'),
    basis: Line.max(100).default('perUse').describe('What it is for'),
    reference: Line.max(200).nullable().default(null).describe('An order, an invoice, a contract'),
  })
  .nullable();

/** What the terms rest on. */
export const Basis = z.union(
  [z.literal('own'), z.strictObject({ uri: WebUrl.describe('Of a public licence') })],
  'Write own, or {"uri": …} of a public licence.',
);
