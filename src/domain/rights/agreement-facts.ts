import type { Terms } from '../terms.ts';
import type { GrantedUse } from '../use.ts';
import type { OdrlCollection } from './odrl.ts';

/** What every expression of a licence's rights is derived from, and nothing else. */
export interface AgreementFacts {
  /** The licence's name: `urn:uuid:…`. */
  licence: string;
  /** IRI of the publication that grants. */
  assigner: string;
  /** The outlet's name: `urn:uuid:…`. */
  assignee: string;
  /** The article's name, `urn:uuid:…`, or the feed. */
  target: string | OdrlCollection;
  /** Null: a feed's articles are licensed in every version. */
  version: number | null;
  /** Origins where the reprint may appear. */
  origins: readonly string[];
  use: GrantedUse;
  terms: Terms;
}
