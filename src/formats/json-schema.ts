import { z } from 'zod';
import { EDIT_LEVELS } from '../domain/use.ts';

const url = z.url();

/** The `json` format: what `render` returns, and what outlets can check what they got against. */
export const articleDocument = z
  .strictObject({
    schema: z.literal(1).describe('Rises when a receiver would have to change.'),
    id: z.string().describe('The article; the same in all its versions.'),
    version: z.int().min(1),
    headline: z.string(),
    byline: z.string().nullable(),
    dateline: z.string().nullable().describe('The place alone; the body already opens with it.'),
    summary: z.string().nullable(),
    language: z.string().describe('BCP 47.'),
    canonicalUrl: url,
    publishedAt: z.iso.datetime(),
    publication: z.strictObject({ name: z.string(), url }),
    body: z
      .strictObject({
        html: z
          .string()
          .describe('A fragment: blocks without scripts and styles; what we added has a class.'),
        text: z.string().describe('The same as plain text, paragraphs parted by blank lines.'),
      })
      .describe('To be followed by the footer wherever it is shown.'),
    extract: z
      .strictObject({ of: url.describe('Where the whole of it stands; to be linked.') })
      .optional()
      .describe('There is more of it in the original.'),
    images: z
      .array(
        z.strictObject({
          url,
          caption: z.string().nullable(),
          credit: z.string().nullable(),
          alt: z.string().nullable(),
          reuse: z
            .enum(['yes', 'withStory'])
            .optional()
            .describe('yes: apart from the story too. Absent: with it alone.'),
        }),
      )
      .describe('All that may be shown, those in the body too.'),
    correctionNote: z.string().nullable(),
    firstPublished: z
      .strictObject({ text: z.string(), position: z.enum(['top', 'bottom']) })
      .optional()
      .describe('To be shown over or under the body.'),
    closing: z
      .strictObject({ text: z.string() })
      .optional()
      .describe('To be shown after the body, before the footer.'),
    edits: z
      .strictObject({
        level: z.enum(EDIT_LEVELS),
        headline: z.boolean().describe('Whether the headline may be changed.'),
        approval: z.enum(['none', 'cuts', 'all']).describe('What the publication sees first.'),
        minWords: z.int().nullable(),
        disclosure: z.string().nullable().describe('To be shown with a text that was changed.'),
      })
      .optional()
      .describe('How far the text may be changed. Absent: not at all.'),
    footer: z.strictObject({ text: z.string().describe('To be shown after the body, unchanged.') }),
    copyright: z.strictObject({ holder: z.string(), year: z.int() }),
    licence: z.strictObject({
      id: z.string(),
      verifyUrl: url.describe('Where anyone can check it.'),
      termsUri: url,
      notBefore: z.iso
        .datetime()
        .optional()
        .describe('Sent ahead: nothing of it may be published before this.'),
    }),
    latest: z
      .strictObject({
        heading: z.string(),
        items: z.array(
          z.strictObject({ headline: z.string(), summary: z.string().nullable(), url }),
        ),
      })
      .nullable()
      .describe('Teasers, to be shown after the footer.'),
  })
  .meta({ title: 'Licensed article' });

export type ArticleDocument = z.infer<typeof articleDocument>;

/** The same as JSON Schema 2020-12, for those who read other languages. */
export const articleJsonSchema = z.toJSONSchema(articleDocument, { target: 'draft-2020-12' });
