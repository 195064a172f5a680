import { faceOf } from './faces.ts';

/** A text as it can be printed: a character that no face has is named, so that nothing is lost. */
export function spelled(text: string): string {
  return [...text].map((character) => (faceOf(character) ? character : named(character))).join('');
}

function named(character: string): string {
  if (/^[\p{Cc}\p{Cf}]$/u.test(character)) return '';
  return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}
