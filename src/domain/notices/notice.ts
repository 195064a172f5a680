import type { CopyNoticeFacts } from './copy-notices.ts';
import type { DestinationNoticeFacts } from './destination-notices.ts';
import type { DutyNoticeFacts } from './duty-notices.ts';
import { NOTICES_EN } from './english.ts';

/** What a notice of each kind tells of; the sentences that a language makes of it stand apart. */
export interface NoticeFacts extends DestinationNoticeFacts, CopyNoticeFacts, DutyNoticeFacts {
  /** To the house: nobody but a person can decide this. */
  'request-waiting': { outlet: string; headline: string; reasons: readonly string[] };
  /** To the outlet: a person has decided. */
  'request-granted': { headline: string; note: string | null };
  'request-refused': { headline: string; note: string | null };
  /** To the other side of a conversation. */
  'request-message': { from: string; headline: string; text: string };
  /** To the outlet: the house would grant under these terms. */
  'request-offered': { headline: string; terms: string; text: string };
  /** To the house: what became of an offer. */
  'offer-accepted': { outlet: string; headline: string };
  'offer-declined': { outlet: string; headline: string; text: string | null };
  /** To the outlet: its licence. */
  'licence-revoked': { headline: string; reason: string };
  'licence-suspended': { headline: string; reason: string };
  'licence-reinstated': { headline: string; reason: string };
  'licence-renewed': { headline: string; until: string };
  /** To the outlet: a correction that its licence, being fixed to a version, does not follow. */
  'correction-not-followed': { headline: string; version: number; note: string | null };
  /** To the outlet: the partnership itself. */
  'outlet-suspended': { reason: string };
  'outlet-reinstated': { reason: string };
  /** To the house: a key that others may hold. */
  'key-compromised': { kid: string; reason: string; licences: number };
}

export type NoticeKind = keyof NoticeFacts;

/** A notice in words: one line, and a text of short paragraphs. */
export interface NoticeWords {
  subject: string;
  body: string;
}

/** How one language words every kind of notice. */
export type NoticeWording = {
  readonly [Kind in NoticeKind]: (facts: NoticeFacts[Kind]) => NoticeWords;
};

/** Words a notice. English is the one language so far; another is one more table. */
export function wordNotice<Kind extends NoticeKind>(
  kind: Kind,
  facts: NoticeFacts[Kind],
): NoticeWords {
  const { subject, body } = NOTICES_EN[kind](facts);
  return { subject: oneLine(subject), body };
}

const LONGEST_SUBJECT = 150;

/** Headlines are others' words: no line break of theirs becomes one of a mail's. */
function oneLine(subject: string): string {
  const line = subject.replaceAll(/\s+/g, ' ').trim();
  return line.length <= LONGEST_SUBJECT ? line : `${line.slice(0, LONGEST_SUBJECT - 1)}…`;
}
