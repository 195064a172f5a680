import { oneLine } from './characters.ts';
import type { Credit } from './terms.ts';

/** What the texts of a credit can name. */
export interface CreditFacts {
  byline: string | null;
  publication: string;
  holder: string;
  headline: string;
  canonicalUrl: string;
}

/** A credit as it is printed beside the body; each text on one line. */
export interface CreditLines {
  /** In the form that the terms ask for; null where they ask for none. */
  byline: string | null;
  /** Where the article first stood. */
  line: string | null;
  position: Credit['position'];
  /** Closing text, after the body. */
  tail: string | null;
}

type Part = 'byline' | 'line' | 'tail';

/** A line and a closing text stand under stories that have no byline, so they name none. */
const ALLOWED: Readonly<Record<Part, readonly string[]>> = {
  byline: ['byline', 'publication'],
  line: ['publication', 'holder', 'headline', 'canonicalUrl'],
  tail: ['publication', 'holder', 'headline', 'canonicalUrl'],
};

const BRACES = /\{([^{}]*)\}|[{}]/g;

/** What one text of a credit has in braces that it cannot name, as written; each once. */
export function unknownInCredit(part: Part, text: string): string[] {
  const unknown = [...text.matchAll(BRACES)].filter(
    ([, name]) => !ALLOWED[part].includes(name ?? ''),
  );
  return [...new Set(unknown.map(([written]) => written))];
}

/** What a text of a credit can name, as it is written there. */
export function namedInCredit(part: Part): string {
  return ALLOWED[part].map((name) => `{${name}}`).join(' ');
}

/**
 * The credit of one story. Facts are put in as they are, in one pass: a headline that holds
 * `{holder}` says just that. A story without a byline gets none.
 */
export function creditLines(credit: Credit, facts: CreditFacts): CreditLines {
  return {
    byline: facts.byline && credit.byline && filled(credit.byline, facts),
    line: credit.line && filled(credit.line, facts),
    position: credit.position,
    tail: credit.tail && filled(credit.tail, facts),
  };
}

function filled(text: string, { byline, ...others }: CreditFacts): string {
  const facts: Readonly<Record<string, string>> = { ...others, byline: byline ?? '' };
  return oneLine(text.replace(BRACES, (written, name) => facts[name] ?? written));
}
