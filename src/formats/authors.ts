import { partByLine } from '../domain/by-words.ts';
import { oneLine } from '../domain/characters.ts';

/** Who wrote it, in schema.org's words. */
export interface Author {
  '@type': 'Person' | 'Organization';
  name: string;
}

const AND = /\s*[,;、،]\s*|\s+(?:&|and|und|és|et|og|och|en|y|и|و)\s+/iu;
/** “the harbour desk”: a desk, not a person. */
const COMMON_NOUN = /^\p{Ll}/u;

/**
 * The authors that a byline names; none when there is no byline.
 *
 * @param language BCP 47; says with which word a byline begins
 */
export function authorsOf(byline: string | null, language: string): Author[] {
  const line = oneLine(byline ?? '');
  const names = (partByLine(line, language)?.who ?? line).split(AND).filter(Boolean);
  return names.map((name) => ({
    '@type': COMMON_NOUN.test(name) ? 'Organization' : 'Person',
    name,
  }));
}
