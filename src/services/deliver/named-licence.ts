import type { Terms } from '../../domain/terms.ts';
import type { Permission } from '../../formats/format.ts';
import { termsUri, verifyUrl } from '../licences/uris.ts';

/** A licence as its row has it, as far as a text names it. */
export interface NamedLicence {
  id: string;
  use: { until?: string };
  termsSlug: string;
  termsVersion: number;
}

/** What a text says of its licence: where it can be checked, and when the copy has to be gone. */
export function namedLicence(
  publicUrl: string,
  { id, use, termsSlug, termsVersion }: NamedLicence,
  { afterExpiry }: Pick<Terms, 'afterExpiry'>,
): Permission['licence'] {
  return {
    id,
    verifyUrl: verifyUrl(publicUrl, id),
    termsUri: termsUri(publicUrl, termsSlug, termsVersion),
    expires: afterExpiry === 'remove' && use.until ? Date.parse(use.until) : null,
  };
}
