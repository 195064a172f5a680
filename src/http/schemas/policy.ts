import { z } from 'zod';
import type { Policy } from '../../domain/policy.ts';
import { InstantText } from './instant.ts';
import { Language } from './language.ts';
import { listOf, type ReadonlyList } from './list.ts';
import { Slug } from './slug.ts';
import { Territories, TerritoryCode } from './territories.ts';
import { EditLevel, ImageLevel, Medium } from './use.ts';

const MOST_RULES = 300;

const Words = z.int().min(0);
const Label = z.string().trim().min(1).max(200);

const AskedTerritories: ReadonlyList<z.ZodString> = Territories;

function anyOf<T extends z.ZodType<string>>(item: T): ReadonlyList<T> {
  return listOf(item);
}

const OutletConditions = z.strictObject({
  id: anyOf(z.uuid('Write the id of an outlet.').toLowerCase()).optional(),
  country: anyOf(TerritoryCode).optional(),
  class: anyOf(Label).optional(),
  tag: anyOf(Label).optional(),
});

/** Conditions on an article; also the filter of a feed. */
export const ArticleConditions = z
  .strictObject({
    subject: anyOf(Label).optional(),
    language: anyOf(Language).optional().describe('BCP 47; en also means en-GB'),
    maxAgeHours: z.number().positive().optional().describe('Hours since publishedAt, at most'),
    minWords: Words.optional(),
    maxWords: Words.optional(),
  })
  .refine(({ minWords = 0, maxWords = minWords }) => minWords <= maxWords, {
    path: ['maxWords'],
    error: 'maxWords must not be below minWords.',
  })
  .meta({ id: 'ArticleConditions' });

const UseConditions = z.strictObject({
  media: anyOf(Medium).optional(),
  territories: AskedTerritories.optional(),
  languages: anyOf(Language).optional(),
  maxDays: z.number().positive().optional().describe('Days of 24 hours, at most'),
  edits: anyOf(EditLevel).optional(),
  images: anyOf(ImageLevel).optional(),
});

const Conditions = z
  .strictObject({
    outlet: OutletConditions.optional(),
    article: ArticleConditions.optional(),
    use: UseConditions.optional().describe('Every value that is asked must be in the list'),
  })
  .meta({ id: 'PolicyConditions' });

const Rule = z
  .strictObject({
    name: Label.describe('Unique within the policy'),
    effect: z.enum(['grant', 'refuse', 'refer']),
    when: Conditions.optional().describe('Absent: every request'),
    unless: Conditions.optional().describe('Where these hold, the rule says nothing'),
    terms: Slug.optional().describe('The terms that a grant gives'),
    reason: z.string().trim().min(1).max(1000).describe('The sentence that the outlet reads'),
  })
  .refine(({ effect, terms }) => effect === 'grant' || terms === undefined, {
    path: ['terms'],
    error: 'Only a rule that grants gives terms.',
  })
  .meta({ id: 'PolicyRule' });

const Rules: ReadonlyList<typeof Rule> = z
  .array(Rule)
  .max(MOST_RULES, `A policy has at most ${MOST_RULES} rules.`)
  .superRefine(refuseRepeatedNames);

export const PolicyQuota = z
  .strictObject({
    perOutletPerMonth: z.int().min(0).describe('Licences, revoked ones too, in a calendar month'),
    // biome-ignore lint/suspicious/noThenProperty: the name is the API's, and nothing awaits a schema
    then: z.enum(['refer', 'refuse']).describe('What becomes of the next request'),
  })
  .meta({ id: 'PolicyQuota' });

/** A policy, as it is put in and as it is answered. */
export const PolicyBody = z
  .strictObject({
    defaultTerms: Slug.optional().describe('The terms of grants that name none'),
    quota: PolicyQuota.optional().describe("By the publication's own time zone"),
    rules: Rules,
  })
  .meta({ id: 'Policy' }) satisfies z.ZodType<Policy>;

/** A version as it was kept, also one with rules that are no longer understood. */
export const PolicyVersionReply = z
  .object({ version: z.int(), createdAt: InstantText, policy: z.looseObject({}) })
  .meta({ id: 'PolicyVersion' });

function refuseRepeatedNames(rules: readonly { name: string }[], ctx: z.RefinementCtx): void {
  const names = rules.map((rule) => rule.name);
  names.forEach((name, index) => {
    if (names.indexOf(name) === index) return;
    ctx.addIssue({ code: 'custom', path: [index, 'name'], message: 'Another rule is so named.' });
  });
}
