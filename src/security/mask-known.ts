/** Stands in the place of a secret. */
export const MASK = '••••';

/** What is shorter stands in many texts by chance. */
const LEAST_CHARS = 6;

/**
 * Makes what puts a mask over secrets that a text repeats: a server may quote what it was sent, and
 * libraries quote servers. They are known as they are, as JSON and URLs write them, and in base64
 * as a whole.
 *
 * @param secrets each of at least six characters; shorter ones cannot be told from other text
 */
export function maskOver(secrets: readonly string[]): (text: string) => string {
  const known = [...new Set(secrets.filter(isLong).flatMap(spellingsOf))].sort(longerFirst);
  return (text) => known.reduce((masked, spelling) => masked.replaceAll(spelling, MASK), text);
}

function isLong(secret: string): boolean {
  return secret.length >= LEAST_CHARS;
}

function spellingsOf(secret: string): string[] {
  const inJson = JSON.stringify(secret).slice(1, -1);
  return [secret, inJson, encodeURIComponent(secret), Buffer.from(secret).toString('base64')];
}

/** One may be a part of another, of which nothing may be left. */
function longerFirst(one: string, other: string): number {
  return other.length - one.length;
}

/**
 * The password of a URL as it is, as the URL writes it, and with its user as SASL's PLAIN sends the
 * two (RFC 4616).
 */
export function passwordsOf(url: string): string[] {
  const { username, password } = new URL(url);
  if (password === '') return [];
  const [user, plain] = [username, password].map(decoded);
  return [`\0${user}\0${plain}`, String(plain), password];
}

/** A percent sign that begins no escape stands for itself. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
