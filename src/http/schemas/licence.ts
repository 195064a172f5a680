import { z } from 'zod';
import { MessageReply, StandingOffer } from './conversation.ts';
import { ReasonReply, RuleTrace } from './explanation.ts';
import { FeedReply } from './feed.ts';
import { InstantBody, InstantText } from './instant.ts';
import { replyList } from './list.ts';
import { Slug } from './slug.ts';
import { refuseOther, subjectFields } from './subject.ts';
import { Prose } from './text.ts';
import { UseBody, UseReply } from './use.ts';

export const LicenceState = z.enum(['active', 'suspended', 'superseded', 'revoked', 'expired']);

export const LicenceReply = z
  .object({
    id: z.uuid(),
    series: z.uuid().describe('The first licence of the chain'),
    prev: z.uuid().nullable(),
    successor: z.uuid().optional(),
    state: LicenceState,
    token: z.string().describe('Compact JWS: the licence itself'),
    request: z.uuid(),
    outlet: z.uuid(),
    article: z.uuid().optional().describe('Of a licence for one article'),
    articleVersion: z.int().optional(),
    feed: FeedReply.optional().describe('Of a standing licence'),
    use: UseReply,
    terms: z.object({ uri: z.string(), version: z.int() }),
    from: InstantText,
    until: InstantText,
    footer: z.string(),
    verifyUrl: z.string(),
    endedAt: InstantText.nullable(),
    endReason: z.string().nullable(),
    suspendedAt: InstantText.nullable(),
    suspendReason: z.string().nullable(),
    scheduled: z
      .array(
        z.object({
          change: z.enum(['suspend', 'reinstate', 'revoke']),
          reason: z.string(),
          effectiveAt: InstantText,
        }),
      )
      .describe('What is ordered for an instant ahead, the earliest first'),
    createdAt: InstantText,
  })
  .meta({ id: 'Licence' });

export const RequestBody = z
  .strictObject({ ...subjectFields, use: UseBody })
  .superRefine(refuseOther)
  .meta({ id: 'RequestBody' });

export const RequestReply = z
  .object({
    id: z.uuid(),
    state: z.enum(['granted', 'refused', 'pending']),
    reasons: z.array(ReasonReply),
    outlet: z.uuid(),
    articleId: z.uuid().optional(),
    feed: z.object({ ...FeedReply.shape, backFill: z.int().optional() }).optional(),
    use: UseReply,
    licence: LicenceReply.optional(),
    messages: z
      .array(MessageReply)
      .optional()
      .describe('The first 200, where anything was written; with one request alone'),
    decision: z
      .object({ policyVersion: z.int().nullable(), rules: replyList(RuleTrace) })
      .optional()
      .describe('What each rule said when it was asked; with one request alone, for the house'),
    offer: StandingOffer.optional().describe('What the outlet can accept or decline'),
    note: z.string().nullable(),
    createdAt: InstantText,
    decidedAt: InstantText.nullable(),
  })
  .meta({ id: 'Request' });

export const GrantBody = z
  .strictObject({
    terms: Slug.optional().describe("Absent: the publication's default terms"),
    note: Prose.nullable().default(null),
  })
  .meta({ id: 'Grant' });

export const RefuseBody = z
  .strictObject({ note: Prose.nullable().default(null) })
  .meta({ id: 'Refusal' });

export const ChangeBody = z
  .strictObject({
    reason: Prose,
    effectiveAt: InstantBody.optional().describe('Absent: at once; nothing is dated back'),
  })
  .meta({ id: 'LicenceChange' });

export const RenewBody = z
  .strictObject({
    until: InstantBody.describe('First instant that is too late'),
    reason: Prose.optional(),
  })
  .meta({ id: 'Renewal' });
