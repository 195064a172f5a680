/** A copy that an outlet took itself, or has somewhere, and what its people are to do with it. */
export interface CopyFacts {
  headline: string;
  /** Of the story, where readers find it. */
  canonicalUrl: string;
  /** How often its people were told before. */
  reminders: number;
}

/** A copy that is not known to be gone: at which outlet, where it ran, and what was found last. */
export interface LingeringCopy {
  outlet: string;
  where: string | null;
  found: string;
}

/** Notices on copies that people have to look after. */
export interface CopyNoticeFacts {
  /** To the outlet: take it down, and confirm that it is gone. */
  'copy-to-remove': CopyFacts & { why: RemovalCause };
  /** To the outlet: correct it, and confirm that it is corrected. */
  'copy-to-correct': CopyFacts & { version: number; note: string | null };
  /** To the outlet: what was taken down may be published again. */
  'copy-may-return': CopyFacts & { version: number };
  /** To the house: nobody at the outlet can be told. */
  'copy-untold': CopyFacts & { outlet: string; cause: 'no-contacts' | 'no-mail' };
  /** To the house: copies of a story that was taken back are not known to be gone, whatever was tried. */
  'copies-not-gone': { headline: string; copies: readonly LingeringCopy[] };
  /** To the outlet: the same, of its own copy. */
  'copy-still-there': CopyFacts & { where: string | null; found: string };
}

/** Why a text has to go; as in a placement's row. */
export type RemovalCause = 'killed' | 'withheld' | 'revoked' | 'suspended' | 'expired';

/** Kinds whose mails carry a link by which one copy is confirmed, once. */
export const LINKED_NOTICES: ReadonlySet<string> = new Set([
  'copy-to-remove',
  'copy-to-correct',
  'copy-still-there',
]);
