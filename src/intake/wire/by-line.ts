import { partByLine } from '../../domain/by-words.ts';

const LONGEST = 120;
const MOST_WORDS = 12;

/** “By the harbour desk”, “Von unserer Hafenredaktion”: small letters, but nobody's sentence. */
const DESK =
  /(?:desk|staff|team|bureau|newsroom|reporters?|correspondents?|writers?|editors?|agency|redaktion|redaktionen|redaksjon(?:en)?|redactie|r[ée]daction|redacci[oó]n|redazione|reda[cç][aã]o|redakcj[ai]|korrespondent(?:en|in)?|mitarbeitern?)$/iu;
const NAME = /^["“„«]?[\p{Lu}\p{Lt}\p{Lo}]/u;
const ENDS_SENTENCE = /[.!?…。！？]["”»]?$/u;
/** “Jr.” and initials end with a full stop that ends no sentence. */
const ABBREVIATED = /(?:\b(?:Jr|Sr|Dr)|\b\p{Lu})\.$/u;

/**
 * Whether a line says who wrote the story: `By the harbour desk`, in English or in the story's own
 * language.
 *
 * @param language BCP 47
 */
export function isByLine(text: string, language: string): boolean {
  if (text.length > LONGEST || text.split(' ').length > MOST_WORDS) return false;
  const { mark, who } = partByLine(text, language) ?? { mark: '', who: '' };
  if (who === '' || (ENDS_SENTENCE.test(who) && !ABBREVIATED.test(who))) return false;
  return NAME.test(who) || DESK.test(who) || /\S/.test(mark);
}
