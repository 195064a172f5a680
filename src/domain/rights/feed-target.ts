import type { ArticleConditions } from '../rule-conditions.ts';
import type { OdrlCollection, OdrlConstraint } from './odrl.ts';

/**
 * The articles of a feed as an ODRL asset: all of a publication, refined by what the filter names.
 * A collection that is refined is named by its source (ODRL Information Model 2.2, section 2.2.2).
 *
 * @param source IRI of all articles of the publication
 */
export function feedTarget(source: string, filter: ArticleConditions): OdrlCollection {
  const refinement = refinements(filter);
  return refinement.length > 0
    ? { '@type': 'AssetCollection', source, refinement }
    : { '@type': 'AssetCollection', uid: source };
}

const SUBJECT = 'http://purl.org/dc/terms/subject';
const WORDS = 'https://schema.org/wordCount';

function refinements(filter: ArticleConditions): OdrlConstraint[] {
  const { subject, language, maxAgeHours, minWords, maxWords } = filter;
  return [
    ...(subject ? [refined(SUBJECT, 'isAnyOf', subject)] : []),
    ...(language ? [refined('language', 'isAnyOf', language)] : []),
    ...(maxAgeHours === undefined ? [] : [refined('elapsedTime', 'lteq', duration(maxAgeHours))]),
    ...(minWords === undefined ? [] : [refined(WORDS, 'gteq', minWords)]),
    ...(maxWords === undefined ? [] : [refined(WORDS, 'lteq', maxWords)]),
  ];
}

function refined(
  leftOperand: string,
  operator: OdrlConstraint['operator'],
  rightOperand: OdrlConstraint['rightOperand'],
): OdrlConstraint {
  return { leftOperand, operator, rightOperand };
}

/** Of hours that need not be whole, which XML Schema counts in seconds alone. */
function duration(hours: number) {
  return { '@value': `PT${Math.round(hours * 3_600)}S`, '@type': 'xsd:duration' };
}
