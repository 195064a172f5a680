import type { Root } from 'hast';
import type { Context } from '../../context.ts';
import type { Db } from '../../db/database.ts';
import { readLatest } from '../../db/latest.ts';
import type { ArticleImage } from '../../db/schema.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Latest } from '../../formats/format.ts';
import { readBody } from '../../intake/index.ts';

/** One version of an article as the formats take it, under its publication's present name. */
export interface Text {
  article: string;
  version: number;
  headline: string;
  byline: string | null;
  dateline: string | null;
  summary: string | null;
  language: string;
  canonicalUrl: string;
  publishedAt: number;
  correctionNote: string | null;
  images: ArticleImage[];
  body: Root;
  publication: { slug: string; name: string; url: string; timeZone: string };
  copyrightHolder: string;
  /** The first year of its publication's copyright. */
  copyrightSince: number;
  latest: Latest | null;
}

export interface Texts {
  /** @param latest which teasers are shown, as one value; a text with other ones is another text */
  get(article: string, version: number, latest: string | null): Promise<Text>;
}

const MOST = 200;
/** A version never changes, but the name and the holder of its publication may. */
const KEPT_MS = 60_000;

/** Reads texts once for all the outlets that get them; forgets the longest unused. */
export function textCache({ db, now }: Pick<Context, 'db' | 'now'>): Texts {
  const kept = new Map<string, { text: Promise<Text>; readAt: Instant }>();
  const known = (key: string) => {
    const one = kept.get(key);
    return one && now() - one.readAt < KEPT_MS ? one : undefined;
  };
  return {
    get(article, version, latest) {
      const key = `${article} ${version} ${latest}`;
      const one = known(key) ?? { text: readText(db, article, version), readAt: now() };
      kept.delete(key);
      kept.set(key, one);
      one.text.catch(() => kept.delete(key));
      const oldest = kept.keys().next().value;
      if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
      return one.text;
    },
  };
}

/** One version, with its body parsed, and those of its teasers whose stories are live now. */
export async function readText(db: Db, article: string, version: number): Promise<Text> {
  const row = await db
    .selectFrom('article_version as v')
    .innerJoin('article as a', 'a.id', 'v.article')
    .innerJoin('publication as p', 'p.id', 'a.publication')
    .selectAll('v')
    .select(['p.slug', 'p.name', 'p.url', 'p.time_zone', 'p.copyright_holder'])
    .select('p.copyright_since')
    .where('v.article', '=', article)
    .where('v.version', '=', version)
    .executeTakeFirstOrThrow();
  const heading = row.latest_heading;
  const items = heading === null ? [] : await readLatest(db, article, version);
  return {
    article,
    version,
    headline: row.headline,
    byline: row.byline,
    dateline: row.dateline,
    summary: row.summary,
    language: row.language,
    canonicalUrl: row.canonical_url,
    publishedAt: row.published_at,
    correctionNote: row.correction_note,
    images: row.images,
    body: readBody(row.body),
    publication: { slug: row.slug, name: row.name, url: row.url, timeZone: row.time_zone },
    copyrightHolder: row.copyright_holder,
    copyrightSince: row.copyright_since,
    latest: heading !== null && items.length > 0 ? { heading, items } : null,
  };
}
