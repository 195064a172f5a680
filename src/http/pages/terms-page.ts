import { readTerms } from '../../domain/terms-document.ts';
import { type Held, termsSentences } from '../../domain/terms-sentences/index.ts';
import { element, page } from '../page.ts';

const MARKS: Readonly<Record<Held, string>> = {
  enforced: 'by this service, when it issues a licence or sends a text',
  checked: "on the outlet's page",
  attested: 'by the outlet: nobody can see it from here',
};

/** A version of terms as people read it; the JSON beside it is what counts. */
export function termsPage(terms: { slug: string; version: number; document: string }): string {
  const sentences = termsSentences(readTerms(JSON.parse(terms.document)));
  const json = `/terms/${terms.slug}/${terms.version}`;
  return page(
    `Terms “${terms.slug}”, version ${terms.version}`,
    element(
      'ul',
      {},
      ...sentences.map(({ text, held }) =>
        element('li', {}, text, ' ', element('small', {}, `(${held})`)),
      ),
    ),
    element('h2', {}, 'How each is held'),
    element(
      'dl',
      {},
      ...Object.entries(MARKS).flatMap(([held, how]) => [
        element('dt', {}, held),
        element('dd', {}, how),
      ]),
    ),
    element('p', {}, 'The ', element('a', { href: json }, 'frozen text'), ' is what counts.'),
  );
}
