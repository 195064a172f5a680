import type { Format } from './format.ts';
import { plainStory } from './plain-story.ts';
import { wrap } from './wrap.ts';

const mediaType = 'text/plain; charset=utf-8';
const WIRE_COLUMNS = 72;

/** Plain text as a wire prints it: paragraphs parted by blank lines, nothing but words. */
export const text: Format = {
  name: 'text',
  mediaType,
  compose: (story) => plainStory(story, (line) => line.text),
};

/**
 * The same in lines of at most 72 columns, for systems that print what they get. URLs, rows of
 * tables and preformatted lines stay whole.
 */
export const text72: Format = {
  name: 'text-72',
  mediaType,
  compose: (story) =>
    plainStory(story, ({ text: line, isWhole }) =>
      isWhole ? line : wrap(line, WIRE_COLUMNS, story.language),
    ),
};
