import { z } from 'zod';
import { InstantBody, InstantText } from './instant.ts';
import { CodedMessage, WebUrl } from './text.ts';
import { VersionNumber } from './version-number.ts';

export const ReceiptBody = z
  .strictObject({
    articleId: z
      .uuid('Write an id.')
      .toLowerCase()
      .optional()
      .describe('Needed under a feed licence, unless the placement is named'),
    placement: z
      .uuid('Write an id.')
      .toLowerCase()
      .optional()
      .describe('Needed where the article goes to several of your destinations'),
    url: WebUrl.describe("Where the text runs, within the licence's origins"),
    version: VersionNumber.optional().describe('The one that was sent last when left out'),
    publishedAt: InstantBody.optional(),
  })
  .meta({ id: 'ReceiptBody' });

export const ReceiptReply = z
  .object({
    id: z.uuid(),
    placement: z.uuid(),
    outlet: z.uuid(),
    article: z.uuid(),
    licence: z.uuid(),
    seq: z.int().describe("The placement's number that it is about"),
    version: z.int(),
    operation: z.enum(['upsert', 'withdraw']),
    source: z
      .enum(['answer', 'receipt', 'link', 'person'])
      .describe('An answer to a delivery, this API, the link of a mail, or a person of the house'),
    url: z.string().optional(),
    publishedAt: InstantText.optional(),
    note: z.string().optional(),
    createdAt: InstantText,
  })
  .meta({ id: 'Receipt' });

export const TakenReceiptReply = ReceiptReply.extend({
  confirmed: z.boolean().describe('Whether this is what is wanted there now'),
  notices: z.array(CodedMessage).describe('For example that the text was taken back'),
}).meta({ id: 'TakenReceipt' });
