import { readTerms } from '../../domain/terms-document.ts';
import { termsSentences } from '../../domain/terms-sentences.ts';
import { element, page } from '../page.ts';

/** A version of terms as people read it; the JSON beside it is what counts. */
export function termsPage(terms: { slug: string; version: number; document: string }): string {
  const sentences = termsSentences(readTerms(JSON.parse(terms.document)));
  const json = `/terms/${terms.slug}/${terms.version}`;
  return page(
    `Terms “${terms.slug}”, version ${terms.version}`,
    element('ul', {}, ...sentences.map((sentence) => element('li', {}, sentence))),
    element('p', {}, 'The ', element('a', { href: json }, 'frozen text'), ' is what counts.'),
  );
}
