import { formatInstant, type Instant } from '../instant.ts';

/** What schema.org can say of a licensed copy. */
export interface SchemaOrgRights {
  /** The page of the licence. */
  license: string;
  /** The terms in words. */
  usageInfo: string;
  /** The instant from which the copy may not be shown; absent where it may stay. */
  expires?: string;
}

/**
 * A licence in the words of schema.org's CreativeWork.
 *
 * @see https://schema.org/CreativeWork
 */
export function schemaOrgRights(licence: {
  verifyUrl: string;
  termsUri: string;
  /** Null where the copy may stay. */
  expires: Instant | null;
}): SchemaOrgRights {
  const { verifyUrl: license, termsUri: usageInfo, expires } = licence;
  return { usageInfo, license, ...(expires !== null && { expires: formatInstant(expires) }) };
}
