import { z } from 'zod';
import type { Wanted } from '../../services/requests/request-reprint.ts';
import { ArticleConditions } from './policy.ts';
import { Slug } from './slug.ts';

const MOST_BACK_FILLED = 1_000;

const AskedFeed = z
  .strictObject({
    publication: Slug.describe('Whose articles'),
    filter: ArticleConditions.default({}).describe('Which of them; {} is all'),
    backFill: z
      .int()
      .min(0)
      .max(MOST_BACK_FILLED)
      .optional()
      .describe('How many of the newest that are there already are to be placed with the grant'),
  })
  .meta({ id: 'AskedFeed' });

/** What is asked for; {@link refuseOther} sees to it that it is one of the two. */
export const subjectFields = {
  articleId: z.uuid('Write the id of an article.').toLowerCase().optional(),
  feed: AskedFeed.optional().describe(
    'Instead of an article: each new one that a filter lets through',
  ),
};

type Named = { articleId?: string | undefined; feed?: z.output<typeof AskedFeed> | undefined };

/** Refuses what names neither an article nor a feed, and what names both. */
export function refuseOther({ articleId, feed }: Named, ctx: z.RefinementCtx): void {
  if (articleId === undefined && feed === undefined) {
    const message = 'Name an article in "articleId", or a feed in "feed".';
    ctx.addIssue({ code: 'custom', path: ['articleId'], message });
  }
  if (articleId !== undefined && feed !== undefined) {
    const message = 'Ask for an article or for a feed, in two requests if it is both.';
    ctx.addIssue({ code: 'custom', path: ['feed'], message });
  }
}

/** The one that is named, once the body was read. */
export function wantedOf({ articleId, feed }: Named): Wanted {
  if (feed) return { feed };
  if (articleId === undefined) throw new Error('a body that names nothing was let through');
  return { articleId };
}
