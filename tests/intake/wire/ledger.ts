import type { House, Intake, Submission } from '../../../src/intake/index.ts';
import { intakeOf } from '../../support/intake-of.ts';

/** A footer that the house had before. */
export const OLD = '© 2001-2009 Somebody. First published by The Ledger: https://ledger.example/1';

/** A house with a footer and a heading of its own. */
export const LEDGER: House = {
  names: ['The Ledger', 'Ledger Press'],
  footers: ['© {years} {holder}. First published by {publication}: {canonicalUrl}'],
  latestHeadings: ['Neueste Nachrichten von The Ledger'],
};

/** Takes a body in for it. */
export function taken(body: Submission['body'], rest: Partial<Submission> = {}): Intake {
  return intakeOf(body, LEDGER, rest);
}

export function codes({ notices }: Intake): string[] {
  return notices.map(({ code }) => code);
}
