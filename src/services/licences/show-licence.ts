import type { Context } from '../../context.ts';
import { findPublic } from '../../db/licence-standing.ts';
import { findIssuedEvent } from '../../db/log/issued-event.ts';
import { listShards } from '../../db/log/shards.ts';
import * as terms from '../../db/terms.ts';
import { feedInWords } from '../../domain/feed-words.ts';

/** What the public page of a licence shows: what the token carries, its state, its place in the log. */
export async function showLicence(ctx: Context, id: string) {
  const row = await findPublic(ctx.db, id);
  if (!row) return undefined;
  const kept = await terms.find(ctx.db, row.termsSlug, row.termsVersion);
  if (!kept) throw new Error(`the terms of licence ${id} are not there`);
  const log = await placeInLog(ctx, id);
  return { ...row, subject: subjectOf(row), termsDocument: kept.document, log, asOf: ctx.now() };
}

/** What the licence is for, as people call it, and where it is published. */
function subjectOf({ feed, headline, version, canonicalUrl, publication, publicationUrl }: Row) {
  return feed
    ? { name: feedInWords(publication, feed.filter), url: publicationUrl }
    : { name: `${headline} (version ${version})`, url: canonicalUrl ?? '' };
}

type Row = NonNullable<Awaited<ReturnType<typeof findPublic>>>;

async function placeInLog({ db }: Context, id: string) {
  const issued = await findIssuedEvent(db, id);
  if (!issued || issued.shard === null || issued.index === null) return undefined;
  const shard = (await listShards(db)).find(({ number }) => number === issued.shard);
  return shard && { origin: shard.origin, index: issued.index };
}
