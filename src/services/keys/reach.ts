import type { Caller } from '../../context.ts';
import { DomainError } from '../../domain/errors.ts';

/**
 * Refuses to make or end a key that reaches further than the caller's own.
 *
 * @throws DomainError `not-permitted`
 */
export function permitReach(caller: Caller, publications: readonly string[] | null): void {
  const own = caller.publications;
  if (own === null || publications?.every((slug) => own.includes(slug))) return;
  throw new DomainError(
    'not-permitted',
    `Your key works for ${own.join(', ')}, so it manages keys for these and for no others.`,
  );
}
