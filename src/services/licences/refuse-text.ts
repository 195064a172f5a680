import type { Held } from '../../db/licensed-texts.ts';
import { DomainError, type ErrorCode } from '../../domain/errors.ts';
import { formatInstant } from '../../domain/instant.ts';
import { outletSuspended } from './failures.ts';

/** A licence under which a text may leave now. */
export type HeldText = Held & { text: NonNullable<Held['text']> };

/**
 * Whether the text that is asked for under a licence may leave now.
 *
 * @param asked the id of the article that was asked for
 * @throws DomainError `article-removed` after a kill, `licence-STATE` when it is not active,
 *   `outlet-suspended`, `article-not-found` for one that it does not cover, `article-withheld`,
 *   `too-early` before the first instant
 */
export function refuseText(held: Held, asked: string): asserts held is HeldText {
  const { text } = held;
  if (text?.state === 'killed') {
    throw new DomainError('article-removed', 'The article was killed and must be removed.');
  }
  refuseLicence(held);
  if (!text) throw notCovered(held, asked);
  if (text.state === 'withheld') {
    throw new DomainError('article-withheld', 'Do not use this article until it is released.');
  }
  if (text.waitMs > 0 && !held.advance) {
    throw new DomainError('too-early', `The text may be had from ${formatInstant(text.opensAt)}.`, {
      retryAfterMs: text.waitMs,
    });
  }
}

function notCovered({ id }: Held, article: string): DomainError {
  const detail = `Licence ${id} covers no article with the id ${article}.`;
  return new DomainError('article-not-found', detail);
}

/** @throws DomainError `licence-STATE` when it is not active, `outlet-suspended` */
export function refuseLicence(held: Held): void {
  if (held.state !== 'active') throw notActive(held);
  if (held.outletSuspended) throw outletSuspended();
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
