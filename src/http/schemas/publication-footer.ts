import { z } from 'zod';
import { InstantText } from './instant.ts';
import { FooterTemplate, HeadingWording } from './publication.ts';

export const FooterVersionReply = z
  .object({
    version: z.int().describe('Counts the changes of anything below'),
    footerTemplate: FooterTemplate.nullable().describe('Null: our own wording'),
    latestHeading: HeadingWording.nullable().describe('Null: our own wording'),
    name: z.string(),
    copyrightHolder: z.string(),
    createdAt: InstantText,
  })
  .meta({ id: 'FooterVersion' });

export const FooterPreviewBody = z
  .strictObject({
    articleId: z.uuid('Write the id of an article.').toLowerCase(),
    outlet: z
      .uuid('Write the id of an outlet.')
      .toLowerCase()
      .nullable()
      .default(null)
      .describe(
        'With an active licence of this outlet for the article its number and images are shown; ' +
          'else no images, and 00000000-0000-0000-0000-000000000000',
      ),
    format: z.string().default('html'),
    footerTemplate: FooterTemplate.nullable()
      .optional()
      .describe("Tried instead of the publication's; null: our own wording"),
  })
  .meta({ id: 'FooterPreviewBody' });

export const FooterPreviewReply = z
  .object({
    footer: z.object({ text: z.string() }),
    template: z.string().describe('The one that was picked for the language of the article'),
    language: z
      .string()
      .nullable()
      .describe('The language that it is written for; null: for every one'),
    content: z
      .object({ mediaType: z.string(), text: z.string() })
      .describe('The whole text, as the outlet would get it'),
  })
  .meta({ id: 'FooterPreview' });
