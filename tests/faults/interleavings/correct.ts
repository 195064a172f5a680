import { correctArticle } from '../../../src/services/articles/correct-article.ts';
import type { TestService } from '../../support/context.ts';
import { STORY } from '../../support/newsroom.ts';

/** Puts a story in again as its next version, under the embargo that it has. */
export async function correct(service: TestService, id: string): Promise<void> {
  const { version, embargo_until: embargoUntil } = await service.db
    .selectFrom('article')
    .select(['version', 'embargo_until'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  await correctArticle(service.as({}), {
    ...{ id, expected: version, publication: undefined, externalId: undefined },
    ...{ correctionNote: null, mandatory: false },
    content: {
      ...{ ...STORY, images: [], publishedAt: undefined, embargoUntil },
      headline: `Version ${version + 1}`,
    },
  });
}
