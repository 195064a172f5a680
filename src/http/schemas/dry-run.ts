import { z } from 'zod';
import { Outcome, ReasonReply } from './explanation.ts';
import { FeedReply } from './feed.ts';
import { InstantText } from './instant.ts';
import { replyList } from './list.ts';
import { PolicyBody } from './policy.ts';

const MOST = 1000;

export const DryRunBody = z
  .strictObject({
    policy: PolicyBody.describe('A draft'),
    last: z.int().min(1).max(MOST).default(100).describe('How many requests, from the newest back'),
  })
  .meta({ id: 'DryRunBody' });

export const DryRunReply = z
  .object({
    looked: z.int(),
    changed: z.int().describe('Requests that would have been answered otherwise'),
    counts: z.array(z.object({ was: Outcome, wouldBe: Outcome, requests: z.int() })),
    requests: z
      .array(
        z.object({
          id: z.uuid(),
          outlet: z.uuid(),
          articleId: z.uuid().optional(),
          feed: FeedReply.optional(),
          createdAt: InstantText,
          policyVersion: z.int().nullable().describe('By which it was decided'),
          was: Outcome.describe('Before any person decided'),
          wasReasons: replyList(ReasonReply),
          wouldBe: Outcome,
          reasons: replyList(ReasonReply),
        }),
      )
      .describe('Oldest first'),
  })
  .meta({ id: 'DryRun' });
