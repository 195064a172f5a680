const LIMIT_BYTES = 16 * 1024;

/**
 * The beginning of a foreign answer, fit to be stored and shown: at most 16 KB of UTF-8, cut
 * between characters; control characters, which PostgreSQL's text does not take, become U+FFFD.
 */
export function excerptOf(text: string): string {
  const printable = text.replace(/(?![\t\n\r])\p{Cc}/gu, '\uFFFD');
  const bytes = Buffer.from(printable).subarray(0, LIMIT_BYTES);
  // A streaming decoder keeps back the half of a character at the end.
  return new TextDecoder().decode(bytes, { stream: true });
}
