import type { Context } from '../../context.ts';
import { type Tx, transact } from '../../db/database.ts';
import { findHeld, type Held } from '../../db/licensed-texts.ts';
import { DomainError, type FieldError, invalid } from '../../domain/errors.ts';
import { formats } from '../../formats/index.ts';
import { footerOf } from '../deliver/footer-of.ts';
import { namedLicence } from '../deliver/named-licence.ts';
import { type Rendered, render, shapeOf } from '../deliver/render.ts';
import { sha256 } from '../deliver/send.ts';
import { readFrozen } from '../deliver/terms-in-hand.ts';
import { readText, type Text } from '../deliver/texts.ts';
import { permitArticle } from '../permit.ts';
import { takeItself } from '../placements/take-itself.ts';
import { licenceNotFound } from './read-licences.ts';
import { type HeldText, refuseText } from './refuse-text.ts';

export interface ReadLicensedText {
  licence: string;
  /** Of a licence for a feed: which of its articles; absent for the one that a licence is for. */
  article?: string;
  format: string;
}

/**
 * The licensed text with its footer, for an outlet that takes it itself, which is noted.
 *
 * The right is judged on the database's clock, as it is for what is sent.
 *
 * @throws DomainError `licence-not-found`, `licence-for-feed` or `licence-for-article` where it is
 *   the other kind, `invalid-request` for an unknown format, and as {@link refuseText}
 */
export async function readLicensedText(ctx: Context, input: ReadLicensedText): Promise<Rendered> {
  if (!formats.has(input.format)) throw invalid([unknownFormat()]);
  const { held, text, footer } = await transact(ctx.db, (tx) => take(tx, ctx, input));
  const terms = await readFrozen(ctx.db, held.termsSlug, held.termsVersion);
  return render(text, input.format, {
    footer,
    shape: shapeOf(terms, held.use.images),
    notBefore: held.text.waitMs > 0 ? held.text.opensAt : null,
    licence: namedLicence(ctx.config.publicUrl, held, terms),
  });
}

async function take(
  tx: Tx,
  ctx: Context,
  input: ReadLicensedText,
): Promise<{ held: HeldText; text: Text; footer: string }> {
  const held = await mayLeave(tx, ctx, input);
  const { article, version } = held.text;
  const text = await readText(tx, article, version);
  const footer = footerOf(ctx, { ...held, licence: held.id }, text);
  const { outlet } = ctx.caller;
  if (outlet === null) return { held, text, footer };
  const taken = { outlet, article, licence: held.id, version, footerHash: sha256(footer) };
  if (await takeItself(tx, ctx, taken)) return { held, text, footer };
  // Something took the text back between the two looks; the next one says what.
  await mayLeave(tx, ctx, input);
  throw new DomainError('article-removed', 'The article was taken back just now.');
}

async function mayLeave(tx: Tx, ctx: Context, input: ReadLicensedText): Promise<HeldText> {
  const { licence, article = null } = input;
  const held = await findHeld(tx, { licence, article, outlet: ctx.caller.outlet });
  if (!held) throw licenceNotFound(licence);
  refuseKind(held, article !== null);
  if (held.text) await permitArticle({ ...ctx, db: tx }, held.text.article);
  refuseText(held, article ?? licence);
  return held;
}

/** @throws DomainError `licence-for-feed`, `licence-for-article` */
export function refuseKind({ id, isFeed }: Pick<Held, 'id' | 'isFeed'>, wantsFeed: boolean): void {
  if (isFeed === wantsFeed) return;
  if (isFeed) {
    const detail = `Licence ${id} is for a feed. Its articles are at /v1/licences/${id}/articles.`;
    throw new DomainError('licence-for-feed', detail);
  }
  const detail = `Licence ${id} is for one article, at /v1/licences/${id}/article.`;
  throw new DomainError('licence-for-article', detail);
}

/** What is wrong with a field that names no format. */
export function unknownFormat(): FieldError {
  const detail = `Ask for one of ${[...formats.keys()].join(', ')}.`;
  return { pointer: '#/format', code: 'unknown-format', detail };
}
