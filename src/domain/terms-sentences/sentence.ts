import type { Terms } from '../terms.ts';

/**
 * How a term is held: `enforced` by us when a licence is issued or a text is sent, `checked` on the
 * outlet's page or by its receipts, or `attested` by the outlet, because no program can see it.
 */
export type Held = 'enforced' | 'checked' | 'attested';

/** One thing that terms say, in words that a person can agree to. */
export interface Sentence {
  /** The member of the terms that says it. */
  term: keyof Terms;
  text: string;
  held: Held;
}

/** What is said of one member of the terms; where it says nothing, nothing. */
export type Says = (terms: Terms) => Said[];

/** A sentence before it is known of which member it is. */
export type Said = readonly [held: Held, text: string];

/** A number with what it counts: `1 day`, `2,000 copies`. */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}

/** A sentence, where a condition holds. */
export function where(holds: boolean, held: Held, text: string): Said[] {
  return holds ? [[held, text]] : [];
}
