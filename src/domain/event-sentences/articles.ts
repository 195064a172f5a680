import {
  because,
  phrase,
  type Sentence,
  theArticle,
  theOutlet,
  withoutStop,
  wordOf,
} from './told.ts';

/** Stories, and their copies at outlets. */
export const ARTICLE_SENTENCES: Readonly<Record<string, Sentence>> = {
  'article.created': (told) =>
    `${theArticle(told)} was put in${phrase(told.after, 'version', ' as version ')}.`,
  'article.corrected': (told) =>
    `${theArticle(told)} was corrected${phrase(told.after, 'version', ' and is now in version ')}${noteOf(told.after)}`,
  'article.killed': (told) => `${theArticle(told)} was killed everywhere${because(told.after)}`,
  'article.withheld': (told) =>
    `${theArticle(told)} was withheld until it is released${because(told.after)}`,
  'article.released': (told) =>
    `${theArticle(told)}, which had been withheld, was released${because(told.after)}`,
  'article.embargo-moved': (told) =>
    `${theArticle(told)} is under embargo${phrase(told.after, 'embargoUntil', ' until ')}.`,
  'article.embargo-lifted': (told) =>
    `The embargo on ${told.names.article === null ? 'the article' : theArticle(told)} was lifted.`,
  'placement.resent': ({ after }) =>
    `What is wanted at the outlet was sent once more${phrase(after, 'seq', ', as number ')}.`,
  'placements.replayed': ({ after }) =>
    `What was tried before was made due again${phrase(after, 'placements', ': ', ' placements')}.`,
  'placement.confirmed': ({ after }) =>
    `${operationOf(after)} ${CONFIRMED_BY[wordOf(after, 'by')] ?? 'was confirmed'}${phrase(after, 'url', ': ')}.`,
  'placement.escalated': ({ after }) =>
    `People were called, since the ${wordOf(after, 'reason') || 'withdrawn'} story is not known to be gone at the outlet.`,
  'placement.overdue': (told) =>
    `${theOutlet(told)} was to ${OWED[wordOf(told.after, 'kind')] ?? 'confirm'} the text${phrase(told.after, 'until', ' by ')}, and nothing says that it has.`,
  'receipt.received': (told) =>
    `${theOutlet(told)} reported that it published the text${phrase(told.after, 'version', ' in version ')}${phrase(told.after, 'url', ': ')}.`,
  'delivery.tried': ({ after }) =>
    `${operationOf(after)} was sent to the outlet, which has not taken it yet${because(after)}`,
  'delivery.confirmed': ({ after }) => `${operationOf(after)} was confirmed by the outlet.`,
};

/** Whose word it is that a copy is as it is wanted. */
const CONFIRMED_BY: Readonly<Record<string, string>> = {
  answer: "was confirmed by the outlet's system",
  page: 'was seen to have taken effect on the page',
  receipt: 'was confirmed by the outlet',
  link: 'was confirmed by the link of a mail',
  person: 'was confirmed by a person of the house',
};

/** What terms ask of an outlet within a time. */
const OWED: Readonly<Record<string, string>> = {
  report: 'say where it published',
  removal: 'take down',
  correction: 'correct',
};

/** An upsert carries a version; a withdrawal is the request to take it down. */
function operationOf(after: Parameters<typeof wordOf>[0]): string {
  if (wordOf(after, 'operation') === 'withdraw') return 'The withdrawal';
  return phrase(after, 'version', 'Version ', ' of the text') || 'The text';
}

function noteOf(after: Parameters<typeof wordOf>[0]): string {
  const note = wordOf(after, 'correctionNote');
  return note ? `: ${withoutStop(note)}.` : '.';
}
