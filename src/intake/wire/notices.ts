import type { CodedNotice } from '../coded-notice.ts';

const MOST_CHARACTERS = 10_000;

const SENTENCES = {
  'headline-removed': 'The body began with the headline, which was removed',
  'byline-recognised': 'This line was taken out of the body as the byline',
  'byline-removed': 'The byline that was sent stands; this line was taken out of the body',
  'dateline-recognised': 'This was taken out of the body as the dateline',
  'dateline-removed': 'The dateline that was sent stands; this was taken out of the body',
  'subheadings-recognised': 'These lines in capitals became subheadings',
  'footer-removed': 'The body held this footer, which was removed; the licence brings its own',
  'latest-removed': 'The body listed latest stories, which were removed',
  'end-mark-removed': 'This only said that the text ends, and was removed',
} as const;

type Code = keyof typeof SENTENCES;

/** Words that were recognised in a body, or taken out of it. */
export interface Found {
  code: Code;
  text: string;
}

/** A notice for each kind of thing that was found, with the words. */
export function noticesOf(found: readonly Found[]): CodedNotice[] {
  const codes = Object.keys(SENTENCES) as Code[];
  return codes.flatMap((code) => {
    const texts = found.filter((one) => one.code === code).map(({ text }) => text);
    return texts.length > 0 ? [{ code, message: `${SENTENCES[code]}: ${listed(texts)}` }] : [];
  });
}

function listed(texts: readonly string[]): string {
  const shown = texts.slice(0, fitting(texts));
  if (shown.length === texts.length) return shown.join(' / ');
  const [first = ''] = texts;
  const some = shown.length > 0 ? shown.join(' / ') : `${first.slice(0, MOST_CHARACTERS)}…`;
  return `${some} / and ${texts.length - Math.max(shown.length, 1)} more`;
}

function fitting(texts: readonly string[]): number {
  let length = 0;
  const tooMany = texts.findIndex((text) => {
    length += text.length;
    return length > MOST_CHARACTERS;
  });
  return tooMany < 0 ? texts.length : tooMany;
}
