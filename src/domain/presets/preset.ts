import type { Terms } from '../terms.ts';

/** Terms that publishers of one kind really publish, as a beginning for a publication's own. */
export interface Preset {
  name: string;
  /** For whom they are, in a line. */
  title: string;
  /** What they come to, and what is to be looked at before they are saved. */
  summary: string;
  terms: Terms;
}
