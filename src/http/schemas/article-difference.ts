import { z } from 'zod';
import { ArticleImage } from './article.ts';

const Part = z.object({
  change: z.enum(['same', 'in', 'out']).describe('In both versions, only the later, the earlier'),
  text: z.string(),
});

const listChange = <Item extends z.ZodType>(item: Item) =>
  z.object({ in: z.array(item), out: z.array(item) });

/** What one version of an article changed; `same` and `in` joined are its words. */
export const ArticleDifference = z
  .object({
    article: z.uuid(),
    from: z.int().nullable().describe('null: there is no earlier version'),
    to: z.int(),
    correctionNote: z.string().nullable(),
    fields: z
      .array(
        z.object({
          field: z.enum([
            'headline',
            'byline',
            'dateline',
            'summary',
            'canonicalUrl',
            'language',
            'publishedAt',
          ]),
          parts: z.array(Part),
        }),
      )
      .describe('Those that changed'),
    subjects: listChange(z.string()),
    images: listChange(z.object(ArticleImage.shape)).describe(
      'An image of which a word changed is in both',
    ),
    addresses: listChange(z.string()).describe('URLs that the body links to or shows'),
    body: z.array(
      z.object({ change: z.enum(['same', 'in', 'out', 'changed']), parts: z.array(Part) }),
    ),
  })
  .meta({ id: 'ArticleDifference' });
