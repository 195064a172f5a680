import { insertVersion } from '../../db/articles.ts';
import type { Tx } from '../../db/database.ts';
import { freezeLatest } from '../../db/latest.ts';
import type { Publication } from '../../db/publications.ts';
import { readingOf } from '../../domain/languages.ts';
import { latestHeading } from '../../domain/latest-heading.ts';
import type { ArticleContent, versionRow } from './content.ts';

/** One version as it is kept, and the story that its article stands in for. */
export interface KeptVersion extends Awaited<ReturnType<typeof versionRow>> {
  article: string;
  version: number;
  replaces: string | null;
  correction_note: string | null;
  mandatory: boolean;
}

/** Keeps a version, and with it the latest stories of its publication as they are now. */
export async function keepVersion(
  tx: Tx,
  { id, name, latest_block: block }: Publication,
  { replaces, ...row }: KeptVersion,
): Promise<void> {
  const { article, version, language } = row;
  const count = block?.count ?? 0;
  const latest_heading = block && count > 0 ? latestHeading(block.heading, language, name) : null;
  await insertVersion(tx, { ...row, latest_heading });
  const reading = readingOf(language);
  await freezeLatest(tx, { article, version, publication: id, reading, replaces, count });
}

/** What the row of an article says of its newest version. */
export function newestFacts({ embargoUntil, publishedAt, language, rights }: ArticleContent) {
  return {
    embargo_until: embargoUntil === null ? null : new Date(embargoUntil),
    published_at: new Date(publishedAt),
    reading: readingOf(language),
    rights: JSON.stringify(rights),
  };
}
