import { DASH, STEERING } from './dashes.ts';

/** What opens a story: where it was written, who sent it, a dash. */
export interface Dateline {
  /** `TIDEWATER/OSLO`: no agency, no date. */
  places: string;
  /** How many characters of the paragraph it takes, the space after the dash included. */
  length: number;
}

const LONGEST = 160;
const OPENING = new RegExp(
  `^(${STEERING}*([^()（）\\n]{1,80}?)${STEERING}*[^\\S\\n]*[(（]${STEERING}*([^()（）\\n]{1,60})${STEERING}*[)）]${STEERING}*\\s*${DASH}{1,2}${STEERING}*\\s*)\\S`,
  'u',
);
const CASED = /[\p{Lu}\p{Ll}\p{Lt}]/u;
/** A date, a region such as `Mo.`, particles: what of a place may be in small letters. */
const DATE = /\d/;
const REGION = /^\p{Lu}[\p{L}.]{0,14}$/u;
const PARTICLE =
  /^(?:de|la|le|les|del|di|da|do|dos|das|du|der|den|am|an|im|in|bei|ob|of|the|upon|sur|sous|el|al|van|von|zu|près|i|och|og|and|und|és|et|y|e)$/u;
const MOST_WORDS_UNCASED = 5;
const LONGEST_UNCASED = 20;
/** “St. Ives” has a full stop and is no sentence. */
const SENTENCE = /\p{L}{4,}\.\s|[!?;:。！？；：]\s/u;

/**
 * Reads the dateline that a paragraph begins with: `CITY (Agency) –`, `CITY/CITY (Agency) –`, with
 * any dash. A place in small letters counts only where the agency is the house itself.
 *
 * @param names what the house is called
 */
export function readDateline(text: string, names: readonly string[]): Dateline | null {
  const found = OPENING.exec(text.slice(0, LONGEST));
  if (!found) return null;
  const [, whole = '', before = '', agency = ''] = found;
  const places = placesIn(before);
  if (places === '') return null;
  const isPlace = CASED.test(places)
    ? isInCapitals(places) || isHouse(agency, names)
    : isShort(places);
  return isPlace && !SENTENCE.test(before) ? { places, length: whole.length } : null;
}

/** The same for all that stand one after the other; the first one says the places. */
export function readDatelines(text: string, names: readonly string[]): Dateline | null {
  const first = readDateline(text, names);
  if (!first) return null;
  let { length } = first;
  for (let next = first as Dateline | null; next; length += next?.length ?? 0) {
    next = readDateline(text.slice(length, length + LONGEST), names);
  }
  return { places: first.places, length };
}

/** What stands before the agency without a date: `UPPER VALE, May 2` is `UPPER VALE`. */
function placesIn(before: string): string {
  const parts = before.trim().split(/\s*[,،、]\s*/);
  const places = parts.filter((part, index) => index === 0 || !DATE.test(part));
  return places.join(', ').replace(/[,\s]+$/, '');
}

function isInCapitals(places: string): boolean {
  const [city = '', ...regions] = places.split(', ');
  const isCity = city.split(/[\s/]+/).every((word) => !/\p{Ll}/u.test(word) || PARTICLE.test(word));
  const isRegion = (part: string) => part.split(' ').every((word) => REGION.test(word));
  return isCity && /\p{Lu}/u.test(city) && regions.every(isRegion);
}

function isHouse(agency: string, names: readonly string[]): boolean {
  const said = agency.trim().toLowerCase();
  return names.some((name) => {
    const words = name.split(/\s+/);
    const initials = words.map((word) => word[0] ?? '').join('');
    const isAcronym = initials.length > 1 && said === initials.toLowerCase();
    return isAcronym || said === name.toLowerCase() || `the ${said}` === name.toLowerCase();
  });
}

function isShort(places: string): boolean {
  const { length } = places.split(/\s+/);
  return length <= MOST_WORDS_UNCASED && places.length <= LONGEST_UNCASED;
}
