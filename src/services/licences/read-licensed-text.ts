import type { Context } from '../../context.ts';
import { findHeld, type Held } from '../../db/licence-standing.ts';
import { DomainError, type ErrorCode, type FieldError, invalid } from '../../domain/errors.ts';
import { formatInstant } from '../../domain/instant.ts';
import { formats } from '../../formats/index.ts';
import { namedLicence } from '../deliver/named-licence.ts';
import { type Rendered, render, shapeOf } from '../deliver/render.ts';
import { readFrozen } from '../deliver/terms-in-hand.ts';
import { readText } from '../deliver/texts.ts';
import { permitArticle } from '../permit.ts';
import { outletSuspended } from './failures.ts';
import { licenceNotFound } from './read-licences.ts';

/**
 * The licensed text with its footer, for an outlet that takes it itself.
 *
 * The right is judged on the database's clock, as it is for what is sent.
 *
 * @throws DomainError `licence-not-found`, `article-removed` after a kill, `licence-STATE` when it
 *   is not active, `outlet-suspended`, `too-early` before its first instant, `invalid-request` for an unknown format
 */
export async function readLicensedText(
  ctx: Context,
  input: { licence: string; format: string },
): Promise<Rendered> {
  if (!formats.has(input.format)) throw invalid([unknownFormat()]);
  const held = await findHeld(ctx.db, input.licence, ctx.caller.outlet);
  if (!held) throw licenceNotFound(input.licence);
  await permitArticle(ctx, held.article);
  refuse(held);
  const text = await readText(ctx.db, held.article, held.article_version);
  const terms = await readFrozen(ctx.db, held.termsSlug, held.termsVersion);
  return render(text, input.format, {
    footer: held.footer,
    shape: shapeOf(terms, held.use.images),
    notBefore: held.waitMs > 0 ? held.opensAt : null,
    licence: namedLicence(ctx.config.publicUrl, held, terms),
  });
}

function refuse(held: Held): void {
  if (held.articleKilled) {
    throw new DomainError('article-removed', 'The article was killed and must be removed.');
  }
  if (held.state !== 'active') throw notActive(held);
  if (held.outletSuspended) throw outletSuspended();
  if (held.waitMs > 0 && !held.advance) {
    throw new DomainError('too-early', `The text may be had from ${formatInstant(held.opensAt)}.`, {
      retryAfterMs: held.waitMs,
    });
  }
}

const CODES = {
  suspended: 'licence-suspended',
  superseded: 'licence-superseded',
  revoked: 'licence-revoked',
  expired: 'licence-expired',
} as const satisfies Record<string, ErrorCode>;

function notActive({ id, state, successor }: Held): DomainError {
  const code = CODES[state as keyof typeof CODES];
  const next = successor ? ` Ask for its successor, ${successor}.` : '';
  return new DomainError(code, `Licence ${id} is ${state}.${next}`, {
    facts: successor ? { successor } : {},
  });
}

/** What is wrong with a field that names no format. */
export function unknownFormat(): FieldError {
  const detail = `Ask for one of ${[...formats.keys()].join(', ')}.`;
  return { pointer: '#/format', code: 'unknown-format', detail };
}
