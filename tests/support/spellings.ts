const AS_BASE64 = ['base64', 'base64url'] as const;

/** How a text may be written where it should not stand: as it is, in hex, in base64, in a URL. */
export function spellingsOf(text: string): string[] {
  const inUrls = encodeURIComponent(text);
  const lower = inUrls.replace(/%../g, (sign) => sign.toLowerCase());
  return [
    text,
    JSON.stringify(text).slice(1, -1),
    inUrls,
    lower,
    ...encodingsOf(Buffer.from(text)),
  ];
}

/** How bytes may be written, whatever stands before and behind them. */
export function encodingsOf(bytes: Buffer): string[] {
  const hex = bytes.toString('hex');
  const based = AS_BASE64.flatMap((encoding) =>
    [0, 1, 2].map((before) => amidst(bytes, before, encoding)),
  );
  return [hex, hex.toUpperCase(), ...based];
}

/**
 * What base64 makes of bytes that begin `before` bytes behind a multiple of three, without the
 * characters that depend on their neighbours: the password in `user:password` is found by it.
 */
function amidst(bytes: Buffer, before: number, encoding: 'base64' | 'base64url'): string {
  const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString(encoding);
  const first = Math.ceil((before * 8) / 6);
  return encoded.slice(first, Math.floor(((before + bytes.length) * 8) / 6));
}

/** A place where something was written: an answer, a line, a row, a command. */
export interface Written {
  where: string;
  text: string;
}

/** Where any of the spellings stands. */
export function findAny(spellings: readonly string[], written: readonly Written[]): string[] {
  return written
    .filter(({ text }) => spellings.some((spelling) => text.includes(spelling)))
    .map(({ where }) => where);
}
