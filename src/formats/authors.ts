import { oneLine } from '../domain/characters.ts';

/** Who wrote it, in schema.org's words. */
export interface Author {
  '@type': 'Person' | 'Organization';
  name: string;
}

const BY =
  /^(?:by|von|par|por|di|door|av|af|írta|szerző|автор|โดย|بقلم|מאת|记者|記者|作者)\s*[:：]?\s+/iu;
const AND = /\s*[,;、،]\s*|\s+(?:&|and|und|és|et|og|och|en|y|и|و)\s+/iu;
/** “the harbour desk”: a desk, not a person. */
const COMMON_NOUN = /^\p{Ll}/u;

/** The authors that a byline names; none when there is no byline. */
export function authorsOf(byline: string | null): Author[] {
  const names = oneLine(byline ?? '')
    .replace(BY, '')
    .split(AND)
    .filter(Boolean);
  return names.map((name) => ({
    '@type': COMMON_NOUN.test(name) ? 'Organization' : 'Person',
    name,
  }));
}
