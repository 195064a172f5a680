import { z } from 'zod';
import { BUNDLE_FORMAT, LICENCE_STATES } from '../../verifier/index.ts';
import { InstantText } from './instant.ts';

const Page = z
  .strictObject({
    bodyText: z.string().optional().describe('The story alone, without headline and footer'),
    footerText: z.string().optional().describe('The notice under the story'),
    html: z.string().optional().describe('The page, or the part with story and footer'),
  })
  .describe('What stands at the place of the reprint');

const Proof = z
  .strictObject({ payload: z.string(), salt: z.string(), proof: z.string() })
  .describe('What shows that the log holds the licence: /v1/licences/{id}/proof');

export const VerifyBody = z
  .strictObject({
    token: z.string().describe('Any string; a forged one is answered too'),
    articleId: z
      .string()
      .optional()
      .describe('The article that is being reprinted; a feed has to cover it'),
    origin: z.string().optional().describe('Where the reprint stands: an origin, or the page'),
    page: Page.optional(),
    proof: Proof.optional(),
  })
  .meta({ id: 'VerifyBody' });

export const VerdictReply = z
  .object({
    valid: z.boolean(),
    code: z.string(),
    reason: z.string(),
    asOf: InstantText,
    successor: z.uuid().optional(),
    article: z
      .enum(['covered', 'unjudged'])
      .optional()
      .describe('Of a feed: whether it was looked at, by its articleId, and is covered'),
    page: z
      .object({
        body: z.enum(['same', 'edited']).optional(),
        footer: z.literal('same').optional(),
      })
      .optional()
      .describe('What was found of the page; edited: another text, where edits are licensed'),
    logged: z.literal(true).optional().describe('The proof holds'),
    claims: z.looseObject({}).optional(),
  })
  .meta({ id: 'Verdict' });

/** What people paste into the page: a whole token, or an id in any of its spellings. */
export const PastedBody = z
  .strictObject({
    licence: z.string().default(''),
    origin: z.string().trim().optional(),
    article: z.string().trim().optional(),
  })
  .meta({ id: 'PastedLicence' });

export const PastedQuery = z.object({ id: z.string().optional() });

export const BundleReply = z
  .object({
    format: z.literal(BUNDLE_FORMAT),
    madeAt: InstantText,
    issuer: z.string(),
    aliases: z.array(z.string()).describe('Earlier names of the issuer'),
    token: z.string(),
    record: z
      .object({
        state: z.enum(LICENCE_STATES),
        articleKilled: z.boolean().optional(),
        outletSuspended: z.boolean().optional(),
        successor: z.uuid().nullable().optional(),
      })
      .describe('What the record said at that moment; nobody has signed it'),
    keys: z.looseObject({}).describe('Every key of the issuer, as a JWK Set'),
    status: z.string().optional().describe('The status list that the token names'),
    proof: Proof.optional(),
    terms: z.string().describe('The frozen text of the terms, byte for byte'),
  })
  .meta({ id: 'LicenceBundle' });
