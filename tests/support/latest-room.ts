import type { LatestBlock } from '../../src/domain/latest-heading.ts';
import type { ArticleContent } from '../../src/services/articles/content.ts';
import { correctArticle } from '../../src/services/articles/correct-article.ts';
import { killArticle } from '../../src/services/articles/kill-article.ts';
import { putInArticle } from '../../src/services/articles/put-in-article.ts';
import { readText } from '../../src/services/deliver/texts.ts';
import { readPublication } from '../../src/services/publications/read-publications.ts';
import { publicationOf, savePublication } from '../../src/services/save-publication.ts';
import type { TestService } from './context.ts';
import { STORY } from './newsroom.ts';
import { openPlacedStories } from './placed-story.ts';

const HOUR_MS = 3_600_000;

/** A publication of its own with a latest block, and stories that are told apart by their headlines. */
export async function openLatestRoom(
  service: TestService,
  latestBlock: LatestBlock | null = { count: 3, heading: null },
) {
  const stories = await openPlacedStories(service);
  const { admin, slug, outlet } = stories.newsroom;
  let hour = 0;

  async function want(block: LatestBlock | null): Promise<void> {
    const row = await readPublication(admin, slug);
    await savePublication(admin, { ...publicationOf(row), latestBlock: block });
  }

  /** Each an hour younger than the one before. */
  async function putIn(headline: string, parts: Partial<ArticleContent> = {}) {
    hour += 1;
    const { id } = await putInArticle(admin, {
      publication: slug,
      externalId: null,
      replaces: null,
      content: {
        ...STORY,
        images: [],
        headline,
        canonicalUrl: `https://harbour-news.example/${headline}`,
        publishedAt: STORY.publishedAt + hour * HOUR_MS,
        ...parts,
      },
    });
    return id;
  }

  async function correct(
    id: string,
    expected: number,
    parts: Partial<ArticleContent> = {},
  ): Promise<void> {
    await correctArticle(admin, {
      ...{ id, expected, publication: undefined, externalId: undefined },
      ...{ correctionNote: null, mandatory: false },
      content: { ...STORY, images: [], publishedAt: undefined, ...parts },
    });
  }

  const kill = (id: string) => killArticle(admin, { id, reason: 'Not genuine.', note: null });
  const latest = async (id: string, version = 1) =>
    (await readText(service.db, id, version)).latest;
  const headlines = async (id: string, version = 1) =>
    (await latest(id, version))?.items.map((item) => item.headline) ?? null;
  await want(latestBlock);
  return { ...stories, admin, slug, outlet, want, putIn, correct, kill, latest, headlines };
}
