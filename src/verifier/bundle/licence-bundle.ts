import type { JsonObject } from '../json-object.ts';
import type { LicenceProof } from '../proof/check-proof.ts';
import type { Standing } from '../standing.ts';

/** The first member of a bundle, so that whoever finds the file knows what it is. */
export const BUNDLE_FORMAT = 'imprimatur-licence-bundle/1';

/** What verifies a licence with no network, in one file (`.licence.json`). */
export interface LicenceBundle {
  format: typeof BUNDLE_FORMAT;
  /** RFC 3339. */
  madeAt: string;
  /** The issuer, and the names it had before. */
  issuer: string;
  aliases: readonly string[];
  token: string;
  /** What the issuer's record said then; nobody has signed it. */
  record: Pick<Standing, 'state' | 'articleKilled' | 'outletSuspended' | 'successor'>;
  /** Every key of the issuer with its state, as a JWK Set. */
  keys: JsonObject;
  /** The Status List Token that the licence names. */
  status?: string | undefined;
  /** What shows that the log holds the licence. */
  proof?: LicenceProof | undefined;
  /** The frozen text of the terms, byte for byte. */
  terms: string;
}
