import type { Context } from '../../context.ts';
import * as articles from '../../db/articles.ts';
import { transact } from '../../db/database.ts';
import * as events from '../../db/events.ts';
import { leaveWord } from '../../db/outbox.ts';
import * as publications from '../../db/publications.ts';
import type { CodedMessage } from '../../db/schema.ts';
import { DomainError, invalid } from '../../domain/errors.ts';
import { permitPublication } from '../permit.ts';
import { type ArticleContent, contentHash, versionRow } from './content.ts';
import { keepVersion, newestFacts } from './keep-version.ts';

export interface PutInArticle {
  publication: string;
  externalId: string | null;
  replaces: string | null;
  content: ArticleContent;
}

export interface PutIn {
  id: string;
  version: number;
  notices: CodedMessage[];
  created: boolean;
}

/**
 * Takes a new article in as version 1; licences for feeds that it fits place it by themselves.
 *
 * The same `externalId` with the same content answers what exists, so a sender may repeat itself.
 *
 * @throws DomainError `publication-not-found`, `not-permitted`, `external-id-exists`,
 *   `invalid-request` when the body has no words or `replaces` names no article
 */
export async function putInArticle(ctx: Context, input: PutInArticle): Promise<PutIn> {
  permitPublication(ctx.caller, input.publication);
  const publication = await publications.findBySlug(ctx.db, input.publication);
  if (!publication) throw noPublication(input.publication);
  const row = await versionRow(ctx, input.content, publication);

  return transact(ctx.db, async (tx) => {
    await checkReplaced(input.replaces, (id) => articles.findStory(tx, id));
    const id = ctx.newId();
    const isNew = await articles.insertArticle(tx, {
      id,
      publication: publication.id,
      external_id: input.externalId,
      version: 1,
      state: 'live',
      replaces: input.replaces,
      ...newestFacts(input.content),
    });
    if (!isNew) return existing(tx, publication.id, input);
    const { replaces } = input;
    const first = { article: id, version: 1, replaces, correction_note: null, mandatory: false };
    await keepVersion(tx, publication, { ...row, ...first });
    const { body: _body, ...facts } = input.content;
    await events.record(tx, ctx, {
      type: 'article.created',
      subject: { kind: 'article', id },
      after: { version: 1, externalId: input.externalId, integrity: row.integrity, ...facts },
    });
    await leaveWord(tx, {
      kind: 'article.published',
      scopes: [{ article: id, outlet: null }],
      requestId: ctx.caller.requestId,
    });
    return { id, version: 1, notices: JSON.parse(row.notices), created: true };
  });
}

async function existing(
  tx: Parameters<typeof articles.findByExternalId>[0],
  publication: string,
  input: PutInArticle,
): Promise<PutIn> {
  const externalId = input.externalId ?? '';
  const story = await articles.findByExternalId(tx, publication, externalId);
  if (!story) throw new Error('an article that was in the way is gone');
  const { id, version, notices } = story;
  if (story.content_hash === contentHash(input.content)) {
    return { id, version, notices, created: false };
  }
  throw new DomainError(
    'external-id-exists',
    `${externalId} is article ${id}, now in version ${version}, with other content. To change it, PUT /v1/articles/${id} with If-Match: "${version}".`,
    { facts: { id, version } },
  );
}

async function checkReplaced(
  replaces: string | null,
  find: (id: string) => Promise<unknown>,
): Promise<void> {
  if (replaces === null || (await find(replaces))) return;
  const detail =
    'No article has this id. Leave it out, or name the article that this one replaces.';
  throw invalid([{ pointer: '#/replaces', code: 'unknown-article', detail }]);
}

export function noPublication(slug: string): DomainError {
  return new DomainError('publication-not-found', `No publication is called ${slug}.`);
}
