import type { Feed } from '../feed.ts';
import { feedInWords } from '../feed-words.ts';
import {
  because,
  type Facts,
  listed,
  phrase,
  type Sentence,
  type Told,
  theOutlet,
  withoutStop,
  wordOf,
} from './told.ts';

/** What was asked and decided, and the life of the licences that came of it. */
export const PERMISSION_SENTENCES: Readonly<Record<string, Sentence>> = {
  'request.received': (told) =>
    `${theOutlet(told)} asked to reprint${feed(told, ' ')}${asked(told)}; a person decides${reasons(told.after)}`,
  'request.granted': (told) =>
    `The request${feed(told, ' for ')}${asked(told)} was granted${reasons(told.after)}`,
  'request.refused': (told) =>
    `The request${feed(told, ' for ')}${asked(told)} was refused${reasons(told.after)}`,
  'request.covered': (told) =>
    `${theOutlet(told)} asked to reprint${feed(told, ' ')}${asked(told)}, which a licence covers already${phrase(told.after, 'licence', ': ')}.`,
  'request.message-added': (told) => `${theSide(told)} wrote about the request${words(told)}`,
  'request.changed': (told) =>
    `${theOutlet(told)} changed what it asks for, now${asked(told) || ' something else'}${words(told)}`,
  'request.offered': (told) =>
    `The house offered the terms${phrase(told.after, 'terms', ' ')}${phrase(told.after, 'termsVersion', ' in version ')}${words(told)}`,
  'request.accepted': (told) => `${theOutlet(told)} accepted the offer${words(told)}`,
  'request.declined': (told) => `${theOutlet(told)} declined the offer${words(told)}`,
  'licence.issued': (told) =>
    `${theOutlet(told)} got a licence${phrase(told.after, 'article_version', ' for version ')}${feed(told, ' for ')}${span(told.after)}${replacing(told.after)}.`,
  'licence.superseded': ({ after }) =>
    `The licence was superseded${phrase(after, 'successor', ' by ')}${because(after)}`,
  'licence.revoked': ({ after }) => `The licence was revoked${because(after)}`,
  'licence.suspended': ({ after }) => `The licence was suspended${because(after)}`,
  'licence.reinstated': ({ after }) => `The licence was reinstated${because(after)}`,
  'licence.change-scheduled': ({ after }) =>
    `It was ordered to ${orderOf(after)}${phrase(after, 'effectiveAt', ' at ')}${because(after)}`,
  'licence.change-cancelled': ({ before, after }) =>
    `The order to ${orderOf(before)}${phrase(before, 'effectiveAt', ' at ')} was taken back${because(after)}`,
  'licence.correction-not-followed': ({ after }) =>
    `The licence stays${phrase(after, 'keptVersion', ' on version ')}; the outlet was told of the correction${phrase(after, 'version', ' in version ')}.`,
  'licence.expired': () => 'The licence expired.',
};

/** `suspend`, `reinstate` or `revoke`. */
function orderOf(facts: Facts): string {
  return `${wordOf(facts, 'change') || 'change'} the licence`;
}

/** The feed that an event is about, in words; nothing where it is about an article. */
function feed({ after }: Told, before: string): string {
  const { feed: of } = after;
  if (typeof of !== 'object' || of === null) return '';
  // Written by us, in this shape.
  const { publication, filter } = of as Feed;
  return `${before}${feedInWords(publication, filter)}`;
}

function asked({ after }: Told): string {
  const use = after.use;
  if (typeof use !== 'object' || use === null) return '';
  const media = listed(use as Facts, 'media');
  const territories = listed(use as Facts, 'territories');
  return `${media && ` for ${media}`}${territories && ` in ${territories}`}`;
}

function span(after: Facts): string {
  return `${phrase(after, 'from_at', ' from ')}${phrase(after, 'until_at', ' until ')}`;
}

function replacing(after: Facts): string {
  return phrase(after, 'prev', ', in place of licence ');
}

function theSide(told: Told): string {
  return told.after.side === 'house' ? 'The house' : theOutlet(told);
}

function words({ after }: Told): string {
  const text = wordOf(after, 'text');
  return text ? `: “${withoutStop(text)}”.` : '.';
}

/** Reasons are sentences already: each is a code and a message. */
function reasons(after: Facts): string {
  const given = Array.isArray(after.reasons) ? after.reasons : [];
  const messages = given
    .map((reason: unknown) => messageOf(reason))
    .filter((message) => message !== '');
  return messages.length > 0 ? `: ${messages.map(withoutStop).join('. ')}.` : '.';
}

function messageOf(reason: unknown): string {
  return typeof reason === 'object' && reason !== null ? wordOf(reason as Facts, 'message') : '';
}
