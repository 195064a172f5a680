import { isJsonObject, type JsonObject } from '../json-object.ts';
import type { FeedClaim } from './claims.ts';

const WORDS = 'https://schema.org/wordCount';

/** How the ODRL agreement says each member of a filter. */
const REFINED: Readonly<Record<string, { leftOperand: string; operator: string }>> = {
  subject: { leftOperand: 'http://purl.org/dc/terms/subject', operator: 'isAnyOf' },
  language: { leftOperand: 'language', operator: 'isAnyOf' },
  maxAgeHours: { leftOperand: 'elapsedTime', operator: 'lteq' },
  minWords: { leftOperand: WORDS, operator: 'gteq' },
  maxWords: { leftOperand: WORDS, operator: 'lteq' },
};

/**
 * What is wrong with the asset of a feed's agreement: it has to be the articles of the publication,
 * refined by all that the filter names and by nothing else.
 */
export function faultOfFeedTarget(target: unknown, feed: FeedClaim): string | undefined {
  if (!isJsonObject(target) || !isOfPublication(target.source ?? target.uid, feed.publication)) {
    return 'The ODRL agreement is about another feed.';
  }
  const refinements = Array.isArray(target.refinement) ? target.refinement : [];
  const filter = Object.entries(feed.filter).filter(([, value]) => value !== undefined);
  const isSame =
    refinements.length === filter.length &&
    filter.every(([name, value]) => refinements.some((one) => says(one, name, value)));
  return isSame ? undefined : 'The ODRL agreement lets other articles through than the filter.';
}

function isOfPublication(source: unknown, publication: string): boolean {
  if (typeof source !== 'string' || !URL.canParse(source)) return false;
  const { searchParams, pathname } = new URL(source);
  const named = searchParams.get('publication') ?? pathname.split('/').at(-1);
  return named === publication;
}

function says(refinement: unknown, name: string, value: unknown): boolean {
  const wanted = REFINED[name];
  if (!wanted || !isJsonObject(refinement)) return false;
  const { leftOperand, operator, rightOperand } = refinement as JsonObject;
  return (
    leftOperand === wanted.leftOperand &&
    operator === wanted.operator &&
    JSON.stringify(rightOperand) === JSON.stringify(operand(name, value))
  );
}

/** Hours need not be whole, and XML Schema counts parts of them in seconds alone. */
function operand(name: string, value: unknown): unknown {
  if (name !== 'maxAgeHours') return value;
  return { '@value': `PT${Math.round(Number(value) * 3_600)}S`, '@type': 'xsd:duration' };
}
