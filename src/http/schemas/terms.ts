import { z } from 'zod';
import { fillTerms, type GivenTerms } from '../../domain/fill-terms.ts';
import { DEFAULT_TERMS, type Terms } from '../../domain/terms.ts';
import { writeTerms } from '../../domain/terms-document.ts';
import { termsFaults } from '../../domain/terms-faults.ts';
import { BeginningBody, BeginningReply } from './beginning.ts';
import { Language } from './language.ts';
import { listOf, replyList } from './list.ts';
import { Basis, Exclusivity, Fee, Portion, parts, Report } from './terms-parts.ts';
import { ExcludedTerritories, Territories } from './territories.ts';
import { ImageLevel, Medium } from './use.ts';

const Days = z.int().min(1).max(36_500);

const choices = {
  translation: z.enum(['none', 'withApproval', 'accurate']),
  afterExpiry: z
    .enum(['remove', 'keepPublished'])
    .describe('keepPublished: copies published within the window may stay'),
  advance: z.boolean().describe('The text may be sent before it may be published, marked so'),
  onCorrection: z
    .enum(['follow', 'fixed'])
    .describe('follow: a correction comes with a new licence; fixed: the version stays'),
  portion: Portion,
  images: ImageLevel.describe("An image's own reuse always wins"),
  report: Report.describe('Of the published page; null: none'),
  exclusivity: Exclusivity.describe('No other outlet holds a live licence there'),
  fee: Fee,
  basis: Basis,
};

const span = {
  maxDays: Days.describe('The longest use'),
  offerDays: Days.nullable().describe('Since first publication; null: it may always be asked for'),
};

const WindowBody = z.strictObject({
  notBefore: BeginningBody.nullable().describe('No reprint before; null: at once'),
  byMedium: z.partialRecord(Medium, BeginningBody).describe('In the place of notBefore'),
  ...span,
});

const Fields = z
  .strictObject(
    withDefaults({
      media: listOf(Medium),
      territories: Territories,
      excludeTerritories: ExcludedTerritories.describe('Taken out of territories'),
      languages: listOf(Language)
        .nullable()
        .describe("BCP 47 ranges; null: the article's own language"),
      window: WindowBody.partial(),
      edits: z.strictObject(parts.edits).partial(),
      credit: z.strictObject(parts.credit).partial(),
      links: z.strictObject(parts.links).partial(),
      removal: z.strictObject(parts.removal).partial().nullable(),
      correction: z.strictObject(parts.correction).partial().nullable(),
      sale: z.strictObject(parts.sale).partial(),
      onward: z.strictObject(parts.onward).partial(),
      limits: z.strictObject(parts.limits).partial(),
      ai: z.strictObject(parts.ai).partial(),
      ...choices,
    }),
  )
  .partial()
  .meta({ id: 'Terms' }) satisfies z.ZodType<GivenTerms>;

/** Terms as they are put in, every field optional: read into `Terms`. */
export const TermsBody = Fields.transform(fillTerms).superRefine(
  refuseContradictions,
) satisfies z.ZodType<Terms>;

/** Terms as they are answered: every field, defaults included. */
export const TermsReply = z
  .object({
    media: replyList(Medium),
    territories: replyList(z.string()),
    excludeTerritories: replyList(z.string()),
    languages: replyList(z.string()).nullable(),
    window: z.object({
      notBefore: BeginningReply.nullable(),
      byMedium: z.partialRecord(Medium, BeginningReply),
      ...span,
    }),
    edits: z.object(parts.edits),
    credit: z.object(parts.credit),
    links: z.object(parts.links),
    removal: z.object(parts.removal).nullable(),
    correction: z.object(parts.correction).nullable(),
    sale: z.object(parts.sale),
    onward: z.object({ ...parts.onward, deniedPlatforms: replyList(z.string()) }),
    limits: z.object(parts.limits),
    ai: z.object(parts.ai),
    ...choices,
    exclusivity: z.object({ territories: replyList(z.string()), days: z.int() }).nullable(),
  })
  .meta({ id: 'TermsReply', examples: [writeTerms(DEFAULT_TERMS)] });

/** In the order in which they are written, each with what stands where it is left out. */
function withDefaults<S extends Record<keyof Terms, z.ZodType>>(shape: S): S {
  const described = Object.entries(writeTerms(DEFAULT_TERMS)).map(([name, value]) => {
    const schema = shape[name as keyof Terms];
    return [name, schema.meta({ ...schema.meta(), default: value })];
  });
  return Object.fromEntries(described) as S;
}

function refuseContradictions(terms: Terms, ctx: z.RefinementCtx): void {
  for (const { path, message } of termsFaults(terms)) {
    ctx.addIssue({ code: 'custom', path: [...path], message, params: { code: 'contradiction' } });
  }
}
