import type { z } from 'zod';
import { formatInstant } from '../../domain/instant.ts';
import type { readArticle, readVersions } from '../../services/articles/read-articles.ts';
import type { ArticleReply, VersionReply } from '../schemas/article.ts';

type Story = Awaited<ReturnType<typeof readArticle>>;
type Version = Awaited<ReturnType<typeof readVersions>>[number];

const optionalInstant = (instant: number | null) =>
  instant === null ? null : formatInstant(instant);

/**
 * An article as it is answered.
 *
 * @param forOutlet leaves out the body and what the house says of the article to itself
 */
export function articleReply(story: Story, forOutlet: boolean): z.input<typeof ArticleReply> {
  return {
    ...factsOf(story),
    id: story.id,
    publication: story.slug,
    state: story.state,
    embargoUntil: optionalInstant(story.embargo_until),
    replaces: story.replaces,
    killedAt: optionalInstant(story.killed_at),
    withheldAt: optionalInstant(story.withheld_at),
    createdAt: formatInstant(story.first_created_at),
    updatedAt: formatInstant(story.created_at),
    ...(forOutlet ? {} : houseFacts(story)),
  };
}

/** One version as it is answered. */
export function versionReply(version: Version, forOutlet: boolean): z.input<typeof VersionReply> {
  const { body, integrity, notices } = version;
  return {
    ...factsOf(version),
    id: version.article,
    createdAt: formatInstant(version.created_at),
    ...(forOutlet ? {} : { body: { html: body }, integrity, notices }),
  };
}

function factsOf(version: Version | Story) {
  return {
    version: version.version,
    headline: version.headline,
    byline: version.byline,
    dateline: version.dateline,
    summary: version.summary,
    language: version.language,
    canonicalUrl: version.canonical_url,
    publishedAt: formatInstant(version.published_at),
    subjects: version.subjects,
    wordCount: version.word_count,
    correctionNote: version.correction_note,
    mandatory: version.mandatory,
  };
}

function houseFacts(story: Story) {
  return {
    externalId: story.external_id,
    body: { html: story.body },
    intake: story.intake,
    images: story.images,
    rights: {
      ...story.rights,
      excludeOutlets: [...story.rights.excludeOutlets],
      excludeTerritories: [...story.rights.excludeTerritories],
    },
    withholdReason: story.withhold_reason,
    withholdNote: story.withhold_note,
    killReason: story.kill_reason,
    killNote: story.kill_note,
    integrity: story.integrity,
    notices: story.notices,
  };
}
