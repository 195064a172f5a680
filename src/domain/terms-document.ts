import { formatInstant } from './instant.ts';
import { MEDIA } from './media.ts';
import { type Beginning, DEFAULT_TERMS, type Terms, type Window } from './terms.ts';

/** A beginning as it is published: instants in RFC 3339. */
export type WrittenBeginning = string | { after: string };

/** Terms as they are frozen and published: every field, instants in RFC 3339. */
export type TermsDocument = Omit<Terms, 'window'> & {
  window: Omit<Window, 'notBefore' | 'byMedium'> & {
    notBefore: WrittenBeginning | null;
    byMedium: Readonly<Partial<Record<(typeof MEDIA)[number], WrittenBeginning>>>;
  };
};

/** Writes terms for the public; the members always stand in the order of `DEFAULT_TERMS`. */
export function writeTerms(terms: Terms): TermsDocument {
  const { notBefore, byMedium, maxDays, offerDays } = terms.window;
  return {
    ...DEFAULT_TERMS,
    ...terms,
    window: {
      notBefore: notBefore === null ? null : writeBeginning(notBefore),
      byMedium: eachMedium(byMedium, writeBeginning),
      maxDays,
      offerDays,
    },
  };
}

/** Reads back what `writeTerms` wrote. */
export function readTerms(document: TermsDocument): Terms {
  const { notBefore, byMedium, maxDays, offerDays } = document.window;
  return {
    ...document,
    window: {
      notBefore: notBefore === null ? null : readBeginning(notBefore),
      byMedium: eachMedium(byMedium, readBeginning),
      maxDays,
      offerDays,
    },
  };
}

function writeBeginning(beginning: Beginning): WrittenBeginning {
  return typeof beginning === 'number' ? formatInstant(beginning) : beginning;
}

function readBeginning(written: WrittenBeginning): Beginning {
  if (typeof written !== 'string' || written === 'nextDay') return written as Beginning;
  return Date.parse(written);
}

function eachMedium<A, B>(
  byMedium: Readonly<Partial<Record<(typeof MEDIA)[number], A>>>,
  turn: (beginning: A) => B,
): Partial<Record<(typeof MEDIA)[number], B>> {
  const given = MEDIA.flatMap((medium) => {
    const beginning = byMedium[medium];
    return beginning === undefined ? [] : [[medium, turn(beginning)] as const];
  });
  return Object.fromEntries(given);
}
