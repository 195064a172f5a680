import { createHash } from 'node:crypto';
import type { Context } from '../context.ts';
import { type Db, type Tx, transact } from '../db/database.ts';
import * as events from '../db/events.ts';
import * as terms from '../db/terms.ts';
import { BUILT_IN_TERMS, DEFAULT_TERMS, type Terms } from '../domain/terms.ts';
import { writeTerms } from '../domain/terms-document.ts';
import { termsUri } from './licences/uris.ts';
import { permitWholeHouse } from './permit.ts';

/**
 * Saves named terms as a new version, frozen by its hash.
 *
 * @throws DomainError `not-permitted`
 */
export async function saveTerms(ctx: Context, input: { slug: string; terms: Terms }) {
  permitWholeHouse(ctx.caller);
  return transact(ctx.db, async (tx) => {
    const before = await terms.lockNewest(tx, input.slug);
    const version = (before?.version ?? 0) + 1;
    const saved = freeze(input.slug, version, input.terms);
    await add(tx, ctx, saved, before);
    const uri = termsUri(ctx.config.publicUrl, input.slug, version);
    return { ...saved, uri, terms: input.terms, created: version === 1 };
  });
}

/** Makes sure that the built-in terms are there; at every start, before the first request. */
export async function ensureBuiltInTerms(db: Db, by: events.Recorder): Promise<void> {
  if (await terms.findNewest(db, BUILT_IN_TERMS)) return;
  const builtIn = freeze(BUILT_IN_TERMS, 1, DEFAULT_TERMS);
  await transact(db, (tx) => add(tx, by, builtIn, undefined));
}

async function add(
  tx: Tx,
  by: events.Recorder,
  saved: terms.TermsVersion,
  before: terms.TermsVersion | undefined,
): Promise<void> {
  await terms.add(tx, saved);
  await events.record(tx, by, {
    type: 'terms.saved',
    subject: { kind: 'terms', id: saved.slug },
    before: before && JSON.parse(before.document),
    after: JSON.parse(saved.document),
  });
}

function freeze(slug: string, version: number, content: Terms): terms.TermsVersion {
  const document = `${JSON.stringify(writeTerms(content), null, 2)}\n`;
  return { slug, version, document, integrity: integrityOf(document) };
}

/** SHA-256 over UTF-8 in the form of W3C Subresource Integrity. */
export function integrityOf(text: string): string {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;
}
