import { z } from 'zod';
import { DEFAULT_TERMS, type Terms } from '../../domain/terms.ts';
import { writeTerms } from '../../domain/terms-document.ts';
import { isWorld } from '../../domain/territories.ts';
import { InstantBody, InstantText } from './instant.ts';
import { Language } from './language.ts';
import { refuseEarly, withLaterFields } from './later-fields.ts';
import { listOf, replyList } from './list.ts';
import { ExcludedTerritories, Territories } from './territories.ts';
import { EditLevel, ImageLevel, Medium } from './use.ts';

const LATER = [
  ...['translation', 'advance', 'onCorrection', 'portion', 'credit', 'links', 'report', 'removal'],
  ...['correction', 'sale', 'onward', 'limits', 'exclusivity', 'ai', 'fee', 'basis'],
];
const LATER_WINDOW = ['byMedium', 'offerDays'];
const LATER_EDITS = ['headline', 'approval', 'minWords', 'disclosure'];

const MOST_DAYS = 36_500;

/** `{after}` and `nextDay`, which count from an article, are known and not yet supported. */
const NotBefore = z.preprocess((value, ctx) => {
  const counted = value === 'nextDay' || (typeof value === 'object' && value && 'after' in value);
  if (!counted) return value;
  refuseEarly(ctx, 'Counting from the article is not yet supported: write an instant.');
  return z.NEVER;
}, InstantBody.nullable());

const MaxDays = z.int().min(1).max(MOST_DAYS);

const WindowBody = z.strictObject({
  notBefore: NotBefore.default(null).describe('No reprint before'),
  maxDays: MaxDays.default(DEFAULT_TERMS.window.maxDays).describe('The longest use, in days'),
});
const EditsBody = z.strictObject({ level: EditLevel.default(DEFAULT_TERMS.edits.level) });
const AfterExpiry = z.enum(['remove', 'keepPublished']);

const Fields = z
  .strictObject({
    media: listOf(Medium).default([...DEFAULT_TERMS.media]),
    territories: Territories.default([...DEFAULT_TERMS.territories]),
    excludeTerritories: ExcludedTerritories.default([]).describe('Taken out of territories'),
    languages: listOf(Language)
      .nullable()
      .default(DEFAULT_TERMS.languages && [...DEFAULT_TERMS.languages])
      .describe("BCP 47 ranges; null: the article's own language"),
    window: withLaterFields(WindowBody, LATER_WINDOW).default({ notBefore: null, maxDays: 365 }),
    afterExpiry: AfterExpiry.default(DEFAULT_TERMS.afterExpiry).describe(
      'keepPublished: copies published within the window may stay',
    ),
    edits: withLaterFields(EditsBody, LATER_EDITS).default({ ...DEFAULT_TERMS.edits }),
    images: ImageLevel.default(DEFAULT_TERMS.images),
  })
  .refine(offersSomewhere, {
    path: ['excludeTerritories'],
    error: 'These terms would offer no territory at all.',
  })
  .meta({ id: 'Terms' });

/** Terms as they are put in, every field optional: read into `Terms`. */
export const TermsBody = withLaterFields(Fields, LATER).transform((fields) => ({
  ...DEFAULT_TERMS,
  ...fields,
  window: { ...DEFAULT_TERMS.window, ...fields.window },
  edits: { ...DEFAULT_TERMS.edits, ...fields.edits },
})) satisfies z.ZodType<Terms>;

/** Terms as they are answered: every field, defaults included. */
export const TermsReply = z
  .object({
    media: replyList(Medium),
    territories: replyList(z.string()),
    excludeTerritories: replyList(z.string()),
    languages: replyList(z.string()).nullable(),
    window: z.looseObject({
      notBefore: z.union([InstantText, z.object({ after: z.string() })]).nullable(),
      maxDays: z.int(),
    }),
    afterExpiry: AfterExpiry,
    edits: z.object({ level: EditLevel }),
    images: ImageLevel,
  })
  .meta({ id: 'TermsReply', examples: [writeTerms(DEFAULT_TERMS)] });

function offersSomewhere({
  territories,
  excludeTerritories,
}: Pick<Terms, 'territories' | 'excludeTerritories'>) {
  return isWorld(territories) || territories.some((code) => !excludeTerritories.includes(code));
}
