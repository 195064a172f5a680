import { z } from 'zod';
import { InstantBody, InstantText } from './instant.ts';
import { Language } from './language.ts';
import { listOf } from './list.ts';
import { Slug } from './slug.ts';
import { ExcludedTerritories } from './territories.ts';
import { CodedMessage, Line, Prose, WebUrl } from './text.ts';

const MOST_CHARACTERS = 1_048_576;
const BodyText = z.string().max(MOST_CHARACTERS);

const ArticleBodyText = z
  .union(
    [z.strictObject({ html: BodyText }), z.strictObject({ text: BodyText })],
    'Send either {"html": …} or {"text": …}.',
  )
  .describe('HTML, cleaned on the way in, or plain text with blank lines between paragraphs');

/** An image as it is put in. */
export const ArticleImage = z.strictObject({
  url: WebUrl,
  caption: Prose.nullable().default(null),
  credit: Line.nullable().default(null),
  alt: z.string().trim().max(1_000).nullable().default(null),
  reuse: z.enum(['yes', 'withStory', 'ask', 'no']).describe('What the house may pass on'),
});

const Rights = z.strictObject({
  reprint: z.enum(['allowed', 'refer', 'none']).default('allowed'),
  excludeOutlets: listOf(z.uuid('Write the id of an outlet.').toLowerCase(), { least: 0 }).default(
    [],
  ),
  excludeTerritories: ExcludedTerritories.default([]),
  note: Prose.nullable().default(null),
});

const NO_RIGHTS = {
  reprint: 'allowed',
  excludeOutlets: [],
  excludeTerritories: [],
  note: null,
} as const;

const Content = {
  headline: Line,
  byline: Line.nullable().default(null),
  dateline: Line.nullable().default(null).describe('The places alone'),
  body: ArticleBodyText,
  intake: z.enum(['auto', 'verbatim']).default('auto'),
  summary: Prose.nullable().default(null),
  language: Language,
  canonicalUrl: WebUrl,
  embargoUntil: InstantBody.nullable().default(null),
  subjects: listOf(Line, { least: 0 }).default([]),
  images: z.array(ArticleImage).max(100).default([]),
  rights: Rights.default({ ...NO_RIGHTS, excludeOutlets: [], excludeTerritories: [] }),
};

/** A new article. */
export const NewArticle = z
  .strictObject({
    publication: Slug,
    externalId: Line.max(255).nullable().default(null).describe("The sender's own id"),
    ...Content,
    publishedAt: InstantBody,
    replaces: z.uuid().nullable().default(null).describe('The killed article it stands in for'),
  })
  .meta({ id: 'NewArticle' });

/** The whole article again, as its next version. */
export const NextVersion = z
  .strictObject({
    publication: Slug.optional(),
    externalId: Line.max(255).nullable().optional(),
    ...Content,
    publishedAt: InstantBody.optional().describe('Absent: as before'),
    correctionNote: Prose.nullable().default(null),
    mandatory: z.boolean().default(false),
  })
  .meta({ id: 'NextVersion' });

/** Why a story is taken back, for good or until it is released. */
export const TakeBackBody = z
  .strictObject({ reason: Prose, note: Prose.nullable().default(null) })
  .meta({ id: 'TakeBack' });

export const ReleaseBody = z
  .strictObject({ note: Prose.nullable().default(null) })
  .meta({ id: 'Release' });

export const EmbargoBody = z
  .strictObject({
    until: InstantBody.nullable().describe('null, or an instant that has passed: it is lifted'),
  })
  .meta({ id: 'Embargo' });

export const PutInReply = z
  .object({ id: z.uuid(), version: z.int(), notices: z.array(CodedMessage) })
  .meta({ id: 'PutIn' });

const Facts = {
  id: z.uuid(),
  version: z.int(),
  headline: z.string(),
  byline: z.string().nullable(),
  dateline: z.string().nullable(),
  summary: z.string().nullable(),
  language: z.string(),
  canonicalUrl: z.string(),
  publishedAt: InstantText,
  subjects: z.array(z.string()),
  wordCount: z.int(),
  correctionNote: z.string().nullable(),
  mandatory: z.boolean(),
};

/** An article as it is answered; an outlet gets neither its body nor what the house says of it. */
export const ArticleReply = z
  .object({
    ...Facts,
    publication: z.string(),
    state: z.enum(['live', 'withheld', 'killed']),
    embargoUntil: InstantText.nullable(),
    replaces: z.uuid().nullable(),
    killedAt: InstantText.nullable(),
    createdAt: InstantText,
    updatedAt: InstantText,
    externalId: z.string().nullable().optional(),
    body: z.object({ html: z.string() }).optional(),
    intake: z.string().optional(),
    images: z.array(z.object(ArticleImage.shape)).optional(),
    rights: z.object(Rights.shape).optional(),
    withheldAt: InstantText.nullable(),
    withholdReason: z.string().nullable().optional(),
    withholdNote: z.string().nullable().optional(),
    killReason: z.string().nullable().optional(),
    killNote: z.string().nullable().optional(),
    integrity: z.string().optional(),
    notices: z.array(CodedMessage).optional(),
  })
  .meta({ id: 'Article' });

export const VersionReply = z
  .object({
    ...Facts,
    createdAt: InstantText,
    body: z.object({ html: z.string() }).optional(),
    integrity: z.string().optional(),
    notices: z.array(CodedMessage).optional(),
  })
  .meta({ id: 'ArticleVersion' });
