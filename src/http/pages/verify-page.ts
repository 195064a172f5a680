import { feedInWords } from '../../domain/feed-words.ts';
import { formatInstant } from '../../domain/instant.ts';
import type { LicenceClaims, Verdict } from '../../verifier/index.ts';
import { element, page } from '../page.ts';
import { type Fact, factList } from './fact-list.ts';
import { useFacts } from './use-facts.ts';

/** Asks for a licence, by its id or as a whole token; works without a script. */
export function verifyPage(remark?: string): string {
  return page(
    'Check a licence',
    ...(remark ? [element('p', { role: 'alert' }, remark)] : []),
    element(
      'p',
      {},
      'A reprint names its licence in the notice under the text. Write its number here, or the ' +
        'address that stands there.',
    ),
    element(
      'form',
      { action: 'verify', method: 'get' },
      element('label', { htmlFor: ['id'] }, 'Number or address'),
      element('input', { id: 'id', name: 'id', required: true, autoComplete: ['off'] }),
      element('button', {}, 'Look it up'),
    ),
    element('p', {}, 'Or paste the licence itself, which is one long line of letters and digits.'),
    element(
      'form',
      { action: 'verify', method: 'post' },
      element('label', { htmlFor: ['licence'] }, 'Licence'),
      element('textarea', { id: 'licence', name: 'licence', rows: 6, required: true }),
      element('label', { htmlFor: ['origin'] }, 'Address of the reprint, if it is on the web'),
      element('input', { id: 'origin', name: 'origin', autoComplete: ['off'] }),
      element('label', { htmlFor: ['article'] }, 'Number of the story, if the licence is for many'),
      element('input', { id: 'article', name: 'article', autoComplete: ['off'] }),
      element('button', {}, 'Check it'),
    ),
  );
}

/** What was found of a pasted licence. */
export function verdictPage(verdict: Verdict, publicUrl: string): string {
  const { valid, code, reason, claims, successor } = verdict;
  return page(
    valid ? 'The licence is valid' : 'The licence is not valid',
    factList([
      ['Answer', reason],
      ['Code', element('code', {}, code)],
      ['As of', formatInstant(verdict.asOf)],
      ['Its successor', successor ? licenceLink(publicUrl, successor) : ''],
      ...(claims ? claimFacts(claims, publicUrl) : []),
    ]),
    element('p', {}, element('a', { href: `${publicUrl}/verify` }, 'Check another')),
  );
}

function claimFacts(claims: LicenceClaims, publicUrl: string): Fact[] {
  const { article, feed, credit, footer, use, terms, aud, jti } = claims;
  return [
    ['Story', article ? `${article.headline} (version ${article.version})` : ''],
    ['Stories', feed ? feedInWords(credit.creditText, feed.filter) : ''],
    [feed ? 'Published at' : 'First published', credit.canonical],
    ['Publication', credit.creditText],
    ['Copyright', `${credit.copyrightYear} ${credit.copyrightHolder}`],
    ['May appear at', aud.join(', ')],
    ...useFacts(use),
    ['From', formatInstant(claims.nbf * 1000)],
    ['Until', formatInstant(claims.exp * 1000)],
    [feed ? 'Footer of each' : 'Footer', footer.text ?? footer.template ?? ''],
    ['Terms', element('a', { href: `${terms.uri}.html` }, `version ${terms.version}`)],
    ['Licence', licenceLink(publicUrl, jti.replace(/^urn:uuid:/, ''))],
  ];
}

function licenceLink(publicUrl: string, id: string) {
  return element('a', { href: `${publicUrl}/licences/${id}` }, id);
}
