import { ARTICLE_SENTENCES } from './articles.ts';
import { HOUSE_SENTENCES } from './house.ts';
import { PERMISSION_SENTENCES } from './permissions.ts';
import { RECORD_SENTENCES } from './record.ts';
import { because, type Sentence, type Told } from './told.ts';

export type { Facts, Told } from './told.ts';

/** The types of event that have a sentence of their own. */
export const EVENT_SENTENCES: Readonly<Record<string, Sentence>> = {
  ...ARTICLE_SENTENCES,
  ...PERMISSION_SENTENCES,
  ...HOUSE_SENTENCES,
  ...RECORD_SENTENCES,
};

/**
 * Puts an event into words for a timeline.
 *
 * A type without a sentence of its own is read from its name: `licence.lent-out` is
 * "Licence lent out".
 *
 * @returns one sentence or more, with a full stop
 */
export function eventSentence(told: Told): string {
  const own = Object.hasOwn(EVENT_SENTENCES, told.type) ? EVENT_SENTENCES[told.type] : undefined;
  return own ? own(told) : fromName(told);
}

function fromName({ type, after }: Told): string {
  const words = type.replaceAll(/[.\-_]+/g, ' ').trim();
  const sentence = `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  return `${sentence || 'Something happened'}${because(after)}`;
}
