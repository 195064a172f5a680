import type { Caller } from '../context.ts';
import { DomainError } from '../domain/errors.ts';

/**
 * Refuses staff whose key is limited to other publications.
 *
 * @throws DomainError `not-permitted`
 */
export function permitPublication(caller: Caller, slug: string): void {
  if (caller.publications === null || caller.publications.includes(slug)) return;
  throw new DomainError(
    'not-permitted',
    `This key works for ${caller.publications.join(', ')} and not for ${slug}.`,
  );
}
