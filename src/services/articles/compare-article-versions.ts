import { compareVersions, type Difference } from '../../changes/index.ts';
import type { Context } from '../../context.ts';
import { findVersion, type Version } from '../../db/articles.ts';
import type { ArticleImage } from '../../db/schema.ts';
import { DomainError, invalid } from '../../domain/errors.ts';
import { formatInstant } from '../../domain/instant.ts';
import { readArticle } from './read-articles.ts';

export interface Comparison extends Difference<ArticleImage> {
  article: string;
  from: number | null;
  to: number;
  correctionNote: string | null;
}

/**
 * What a version changed. It tells the body, so it is for staff only.
 *
 * @param wanted `from` absent: the version before; before the first there is none, and all came in
 * @throws DomainError `article-not-found`, `not-permitted`, `version-not-found`, `invalid-request`
 *   where `from` is not lower than `to`
 */
export async function compareArticleVersions(
  ctx: Context,
  wanted: { id: string; from?: number | undefined; to: number },
): Promise<Comparison> {
  const { id, to } = wanted;
  const story = await readArticle(ctx, id);
  const after = await versionOf(ctx, story.id, to);
  const from = wanted.from ?? (to === 1 ? null : to - 1);
  if (from !== null && from >= to) throw notLower(to);
  const before = from === null ? null : revisionOf(await versionOf(ctx, story.id, from));
  const difference = compareVersions(before, revisionOf(after));
  return { article: id, from, to, correctionNote: after.correction_note, ...difference };
}

async function versionOf(ctx: Context, id: string, version: number): Promise<Version> {
  const found = await findVersion(ctx.db, id, version);
  if (found) return found;
  throw new DomainError('version-not-found', `Article ${id} has no version ${version}.`);
}

function revisionOf(version: Version) {
  const { headline, byline, dateline, summary, language, subjects, images } = version;
  return {
    headline,
    byline,
    dateline,
    summary,
    language,
    canonicalUrl: version.canonical_url,
    publishedAt: formatInstant(version.published_at),
    subjects,
    images,
    html: version.body,
  };
}

function notLower(to: number): DomainError {
  const detail = `Write a version lower than ${to}, or leave it out for the one before.`;
  return invalid([{ pointer: '#/from', code: 'version-not-lower', detail }]);
}
