import type { Story } from '../../src/formats/format.ts';

/** A story under terms that print nothing beside it and license all of it as it stands. */
export const UNSHAPED: Pick<Story, 'isExtract' | 'credit' | 'edits'> = {
  isExtract: false,
  credit: { byline: null, line: null, position: 'top', tail: null },
  edits: null,
};
