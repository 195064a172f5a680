import type { Terms } from '../../domain/terms.ts';
import type { Format, Permission, Print } from '../../formats/format.ts';
import { formats } from '../../formats/index.ts';
import { storyOf } from './story.ts';
import type { Text } from './texts.ts';

/** What of a licence shapes a text. */
export interface Shape extends Pick<Terms, 'credit' | 'edits' | 'portion'> {
  /** Which images were granted. */
  images: string | undefined;
}

/** What a licence adds to a text. */
export interface LicensedUse extends Permission {
  shape: Shape;
}

export interface Rendered {
  mediaType: string;
  text: string;
}

/** What was composed of a text, by format and shape; gone with the text. */
const composed = new WeakMap<Text, Map<string, Print>>();

/**
 * The licensed text in one format, with its footer. Of one text that goes to many outlets, what
 * they all get is made once.
 *
 * @throws Error for a format that is not registered, which is a bug: it was checked when saved
 */
export function render(text: Text, format: string, use: LicensedUse): Rendered {
  const found = formats.get(format);
  if (!found) throw new Error(`no format is called ${format}`);
  return { mediaType: found.mediaType, text: printOf(text, found, use.shape)(use) };
}

/** How a licence under these terms shapes a text. */
export function shapeOf({ credit, edits, portion }: Terms, images: string | undefined): Shape {
  return { credit, edits, portion, images };
}

function printOf(text: Text, format: Format, shape: Shape): Print {
  const prints = composed.get(text) ?? new Map<string, Print>();
  composed.set(text, prints);
  const key = `${format.name} ${keyOf(shape)}`;
  const print = prints.get(key) ?? format.compose(storyOf(text, shape));
  prints.set(key, print);
  return print;
}

/** Read from frozen terms, so its members always stand in the same order. */
function keyOf({ credit, edits, portion, images }: Shape): string {
  return JSON.stringify([credit, edits, portion, images]);
}
