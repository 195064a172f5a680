import type { Element } from 'hast';
import { cleanCharacters } from '../domain/characters.ts';
import { arrangeBlocks } from './arrange-blocks.ts';

/**
 * The paragraphs of a plain text. Blank lines part them, and single line breaks are where a wire
 * wrapped its lines; in a text without blank lines every line is a paragraph.
 */
export function paragraphsOf(text: string): Element[] {
  const lines = cleanCharacters(text).trim();
  const parts = lines.split(/\n\s*\n/);
  const paragraphs = parts.length > 1 ? parts : lines.split('\n');
  return paragraphs.flatMap((value) => arrangeBlocks([{ type: 'text', value }]));
}
