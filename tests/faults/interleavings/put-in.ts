import { correctArticle } from '../../../src/services/articles/correct-article.ts';
import { putInArticle } from '../../../src/services/articles/put-in-article.ts';
import type { TestService } from '../../support/context.ts';
import { STORY } from '../../support/newsroom.ts';

/** What the feeds let through. */
export const FILTER = { subject: ['sea'] };

interface Edition {
  /** Whether the feeds let it through. */
  fits: boolean;
  embargoUntil: Date | number | null;
}

function contentOf({ fits, embargoUntil }: Edition) {
  const until = embargoUntil === null ? null : Number(embargoUntil);
  const subjects = fits ? FILTER.subject : ['sport'];
  return { ...STORY, images: [], subjects, embargoUntil: until };
}

/** Puts a story in, as its first version. @returns its id */
export async function putIn(
  service: TestService,
  publication: string,
  edition: Edition,
): Promise<string> {
  const { id } = await putInArticle(service.as({}), {
    ...{ publication, externalId: null, replaces: null, content: contentOf(edition) },
  });
  return id;
}

/** Puts a story in again as its next version, under the embargo that it has. */
export async function correct(service: TestService, id: string, fits: boolean): Promise<void> {
  const { version, embargo_until: embargoUntil } = await service.db
    .selectFrom('article')
    .select(['version', 'embargo_until'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  await correctArticle(service.as({}), {
    ...{ id, expected: version, publication: undefined, externalId: undefined },
    ...{ correctionNote: null, mandatory: false },
    content: {
      ...contentOf({ fits, embargoUntil }),
      ...{ publishedAt: undefined, headline: `Version ${version + 1}` },
    },
  });
}
