import type { Context } from '../../context.ts';
import * as articles from '../../db/articles.ts';
import { transact } from '../../db/database.ts';
import * as events from '../../db/events.ts';
import { leaveWord } from '../../db/outbox.ts';
import * as publications from '../../db/publications.ts';
import { DomainError, type FieldError, invalid } from '../../domain/errors.ts';
import type { Instant } from '../../domain/instant.ts';
import { permitPublication } from '../permit.ts';
import { type ArticleContent, versionRow } from './content.ts';
import { articleKilled, articleNotFound } from './failures.ts';
import { keepVersion, newestFacts } from './keep-version.ts';
import { noPublication, type PutIn } from './put-in-article.ts';

export interface CorrectArticle {
  id: string;
  /** The version that the editor has read, from `If-Match`. */
  expected: number;
  publication: string | undefined;
  externalId: string | null | undefined;
  content: Omit<ArticleContent, 'publishedAt'> & { publishedAt: Instant | undefined };
  correctionNote: string | null;
  mandatory: boolean;
}

/**
 * Takes the whole article in again as its next version; licences and copies follow.
 *
 * @throws DomainError `article-not-found`, `article-killed`, `precondition-failed`,
 *   `not-permitted`, `invalid-request`
 */
export async function correctArticle(ctx: Context, input: CorrectArticle): Promise<PutIn> {
  const now = await articles.findStory(ctx.db, input.id);
  if (!now) throw articleNotFound(input.id);
  permitPublication(ctx.caller, now.slug);
  if (now.state === 'killed') throw articleKilled(input.id);
  // Before the lock too: what is kept of the version before has to be what the editor has read.
  if (now.version !== input.expected) throw changedMeanwhile(input.expected, now.version);
  checkFixed(input, now);
  const publication = await publications.findBySlug(ctx.db, now.slug);
  if (!publication) throw noPublication(now.slug);
  const content = { ...input.content, publishedAt: input.content.publishedAt ?? now.published_at };
  const row = await versionRow(ctx, content, publication);

  return transact(ctx.db, async (tx) => {
    const before = await articles.lock(tx, input.id);
    if (!before) throw articleNotFound(input.id);
    if (before.state === 'killed') throw articleKilled(input.id);
    if (before.version !== input.expected) throw changedMeanwhile(input.expected, before.version);
    const version = before.version + 1;
    const { replaces } = before;
    const { correctionNote: correction_note, mandatory } = input;
    const next = { article: input.id, version, replaces, correction_note, mandatory };
    await keepVersion(tx, publication, { ...row, ...next });
    await articles.advance(tx, input.id, {
      ...newestFacts(content),
      version,
      updated_at: new Date(ctx.now()),
    });
    await events.record(tx, ctx, corrected(input, { ...now, version: before.version }, row));
    await leaveWord(tx, {
      kind: 'article.corrected',
      scopes: [{ article: input.id, outlet: null }],
      requestId: ctx.caller.requestId,
    });
    return { id: input.id, version, notices: JSON.parse(row.notices), created: false };
  });
}

function corrected(
  input: CorrectArticle,
  before: { version: number; integrity: string; headline: string },
  row: { integrity: string; headline: string },
): events.Event {
  const { embargoUntil, rights } = input.content;
  const { correctionNote, mandatory } = input;
  const { integrity, headline } = row;
  const version = before.version + 1;
  return {
    type: 'article.corrected',
    subject: { kind: 'article', id: input.id },
    before: { version: before.version, integrity: before.integrity, headline: before.headline },
    after: { version, integrity, headline, embargoUntil, rights, correctionNote, mandatory },
  };
}

/** What says which article it is may be repeated and not changed. */
function checkFixed(input: CorrectArticle, now: { slug: string; external_id: string | null }) {
  const faults: FieldError[] = [];
  if (input.publication !== undefined && input.publication !== now.slug) {
    faults.push(fixed('publication', now.slug));
  }
  if (input.externalId !== undefined && input.externalId !== now.external_id) {
    faults.push(fixed('externalId', now.external_id ?? 'null'));
  }
  if (faults.length > 0) throw invalid(faults);
}

function fixed(field: string, value: string): FieldError {
  const detail = `This cannot change. Leave it out, or send ${value}.`;
  return { pointer: `#/${field}`, code: 'not-changeable', detail };
}

function changedMeanwhile(expected: number, version: number): DomainError {
  return new DomainError(
    'precondition-failed',
    `The article is in version ${version}, not ${expected}. Read it again and send If-Match: "${version}".`,
    { facts: { version } },
  );
}
