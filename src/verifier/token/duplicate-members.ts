/** A string with the colon that makes it a name, or a bracket. */
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}[\]]/g;

/**
 * Finds a member that an object in the text names twice. Parsers keep one of the two without a
 * word, and not all keep the same one, so that two readers would see two licences
 * (RFC 7515 section 4, RFC 8259 section 4).
 *
 * @param json text that `JSON.parse` has accepted
 * @returns the repeated name, or undefined
 */
export function duplicateMember(json: string): string | undefined {
  const open: Set<string>[] = [];
  for (const [token, colon] of json.matchAll(TOKENS)) {
    if (token === '{' || token === '[') open.push(new Set());
    else if (token === '}' || token === ']') open.pop();
    else if (colon !== undefined) {
      const name: string = JSON.parse(token.slice(0, -colon.length));
      const names = open.at(-1);
      if (names?.has(name)) return name;
      names?.add(name);
    }
  }
  return undefined;
}
