import { z } from 'zod';
import { InstantText } from './instant.ts';
import { replyList } from './list.ts';
import { PolicyQuota } from './policy.ts';
import { refuseOther, subjectFields } from './subject.ts';
import { CodedMessage } from './text.ts';
import { UseBody, UseReply } from './use.ts';

/** Why a request is answered as it is. */
export const ReasonReply = z
  .object({ ...CodedMessage.shape, pointer: z.string().optional() })
  .meta({ id: 'DecisionReason' });

export const Outcome = z.enum(['granted', 'refused', 'pending']);

export const ExplainBody = z
  .strictObject({
    outlet: z.uuid('Write the id of an outlet.').toLowerCase(),
    ...subjectFields,
    use: UseBody,
  })
  .superRefine(refuseOther)
  .meta({ id: 'ExplainBody' });

const Condition = z.object({ holds: z.boolean(), says: z.string() });

/** What one rule said. */
export const RuleTrace = z
  .object({
    rule: z.string(),
    effect: z.enum(['grant', 'refuse', 'refer']),
    matched: z.boolean(),
    why: z.string(),
  })
  .meta({ id: 'RuleTrace' });

const RuleReply = z
  .object({
    ...RuleTrace.shape,
    when: replyList(Condition).describe('All have to hold'),
    unless: replyList(Condition).describe('Where all of these hold, the rule says nothing'),
  })
  .meta({ id: 'ExplainedRule' });

const Collision = z.object({
  licence: z.uuid(),
  held: z.boolean().describe('That licence is exclusive; otherwise this one would be'),
  territories: replyList(z.string()),
  until: InstantText,
});

export const ExplainReply = z
  .object({
    outcome: Outcome,
    reasons: replyList(ReasonReply),
    coveredBy: z.uuid().nullable().describe("The outlet's licence that permits all of it already"),
    rights: z
      .object({
        state: z.enum(['live', 'withheld', 'killed']).optional(),
        reprint: z.enum(['allowed', 'refer', 'none']).optional(),
        excludeTerritories: replyList(z.string()).optional(),
        embargoUntil: InstantText.nullable().optional(),
        says: replyList(ReasonReply),
      })
      .describe("What the article itself says; a feed's articles speak when each goes out"),
    policyVersion: z.int().nullable(),
    rules: replyList(RuleReply),
    faults: replyList(z.object({ pointer: z.string(), code: z.string(), detail: z.string() })),
    terms: z.object({ uri: z.string(), slug: z.string(), version: z.int() }).nullable(),
    granted: UseReply.nullable().describe('What the licence would permit'),
    quota: PolicyQuota.extend({ month: z.string(), granted: z.int() }).nullable(),
    live: z.object({ most: z.int().nullable(), now: z.int() }).describe('Licences at once'),
    exclusivity: z.object({
      claims: z.object({ territories: replyList(z.string()), days: z.number() }).nullable(),
      collisions: replyList(Collision),
    }),
  })
  .meta({ id: 'Explanation' });
