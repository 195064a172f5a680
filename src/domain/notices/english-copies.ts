import type { CopyNoticeFacts, LingeringCopy, RemovalCause } from './copy-notices.ts';
import type { NoticeWords } from './notice.ts';
import { paragraphs } from './paragraphs.ts';

const CAUSES: Readonly<Record<RemovalCause, string>> = {
  killed: 'Its publication has taken it back for good.',
  withheld: 'Its publication withholds it until it is released again.',
  revoked: 'Your licence was revoked.',
  suspended: 'Your licence is suspended.',
  expired: 'Your licence has expired.',
};

const CONFIRM =
  'Then confirm it: by the link in the mail of this notice, which needs no account, or through the API at the placement that this notice is about.';

/** Notices on copies, in English. */
export const COPY_NOTICES_EN: {
  readonly [Kind in keyof CopyNoticeFacts]: (facts: CopyNoticeFacts[Kind]) => NoticeWords;
} = {
  'copy-to-remove': ({ headline, canonicalUrl, reminders, why }) => ({
    subject: `${again(reminders)}Take down: ${headline}`,
    body: paragraphs(
      `You have taken the text of "${headline}" from us (${canonicalUrl}). ${CAUSES[why]}`,
      'Take down every copy, wherever it is published or kept for publication.',
      CONFIRM,
      repeated(reminders),
    ),
  }),
  'copy-to-correct': ({ headline, canonicalUrl, reminders, version, note }) => ({
    subject: `${again(reminders)}Corrected: ${headline}`,
    body: paragraphs(
      `You have taken the text of "${headline}" from us (${canonicalUrl}). It was corrected, and is now in version ${version}.`,
      note,
      'Take the text anew under your licence and replace what you have published; reading it confirms that you have it.',
      CONFIRM,
      repeated(reminders),
    ),
  }),
  'copy-may-return': ({ headline, version }) => ({
    subject: `May be published again: ${headline}`,
    body: paragraphs(
      `You took down "${headline}" at our word. Your licence covers it again, in version ${version}.`,
      'Take the text anew before you publish it.',
    ),
  }),
  'copy-untold': ({ headline, outlet, cause }) => ({
    subject: `Nobody could be told: ${headline}`,
    body: paragraphs(
      `${outlet} took the text of "${headline}" itself, and what has become of it could not be mailed to anybody there: ${UNTOLD[cause]}`,
      'Speak to the outlet yourself, and confirm the copy once you know that it is done.',
    ),
  }),
  'copies-not-gone': ({ headline, copies }) => ({
    subject: `Not known to be gone at ${outletsOf(copies)}: ${headline}`,
    body: paragraphs(
      `"${headline}" was taken back. Of these copies it is not known that they are gone:`,
      ...copies.slice(0, MOST_NAMED).map(named),
      copies.length > MOST_NAMED ? `And ${copies.length - MOST_NAMED} more.` : null,
      'The service goes on trying. Speak to the outlets, and confirm each copy once you know that it is gone.',
    ),
  }),
  'copy-still-there': ({ headline, where, found }) => ({
    subject: `Has to be gone, please look: ${headline}`,
    body: paragraphs(
      `"${headline}" was taken back, and your copy is not known to be gone.`,
      where && `It was published at ${where}`,
      found,
      'Take it down.',
      CONFIRM,
    ),
  }),
};

/** The others are found on the kill board. */
const MOST_NAMED = 20;

function named({ outlet, where, found }: LingeringCopy): string {
  return `${outlet}${where === null ? '' : `, ${where}`}: ${found}`;
}

function outletsOf(copies: readonly LingeringCopy[]): string {
  const [first] = copies;
  return copies.length === 1 && first ? first.outlet : `${copies.length} places`;
}

const UNTOLD = {
  'no-contacts': 'the outlet has named no contacts.',
  'no-mail': 'this service has no mail server.',
} as const;

function again(reminders: number): string {
  return reminders === 0 ? '' : 'Reminder: ';
}

function repeated(reminders: number): string | null {
  if (reminders === 0) return null;
  return `You were told ${reminders === 1 ? 'once' : `${reminders} times`} before, and nobody has confirmed it.`;
}
