import { z } from 'zod';

/** A BCP 47 tag, kept in its canonical form (RFC 5646 section 4.5). */
export const Language = z
  .string()
  .max(64)
  .refine(isWellFormed, { error: 'Write a BCP 47 tag, such as en or pt-BR.', abort: true })
  .overwrite(canonical);

function isWellFormed(tag: string): boolean {
  try {
    return canonical(tag).length > 0;
  } catch {
    return false;
  }
}

function canonical(tag: string): string {
  return Intl.getCanonicalLocales(tag)[0] ?? tag;
}
