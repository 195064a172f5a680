import type { KeyObject } from 'node:crypto';
import type { Instant } from '../../domain/instant.ts';

/** What a token is held against. */
export interface KeyDeps {
  /** Public keys by their `kid`: those that may sign licences, and no others. */
  keys: ReadonlyMap<string, KeyObject>;
  /** Exactly as it stands in tokens. */
  issuer: string;
  /** Earlier issuers whose tokens keep verifying. */
  aliases: readonly string[];
  /** The instant for which the question is asked; 60 s of skew are allowed either way. */
  now: Instant;
  /** Where the reprint stands: an origin, or the URL of the page; absent: not asked. */
  origin?: string | undefined;
  /** The article that is being reprinted; absent: not asked. */
  articleId?: string | undefined;
}
