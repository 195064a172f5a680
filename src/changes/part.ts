/** Whether words stand in both texts, only in the new one, or only in the old one. */
export type Change = 'same' | 'in' | 'out';

/** A run of words; `same` and `in` joined are the new text, `same` and `out` the old one. */
export interface Part {
  change: Change;
  /** Never empty. */
  text: string;
}
