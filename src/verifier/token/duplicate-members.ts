const [QUOTE, BACKSLASH, COLON, COMMA] = [0x22, 0x5c, 0x3a, 0x2c];
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_LIST, CLOSE_LIST] = [0x7b, 0x7d, 0x5b, 0x5d];

/** What a list names. */
const NO_NAMES = new Set<string>();

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
  for (let at = 0; at < json.length; at += 1) {
    const code = json.charCodeAt(at);
    if (code === OPEN_OBJECT) open.push(new Set());
    else if (code === OPEN_LIST) open.push(NO_NAMES);
    else if (code === CLOSE_OBJECT || code === CLOSE_LIST) open.pop();
    else if (code === QUOTE) {
      const end = endOfString(json, at);
      if (isName(json, end)) {
        const name = nameOf(json.slice(at, end + 1));
        const names = open.at(-1);
        if (names?.has(name)) return name;
        names?.add(name);
      }
      at = end;
    }
  }
  return undefined;
}

/** Where the quote stands that ends a string; the backslashes of a run are counted once. */
function endOfString(json: string, start: number): number {
  for (let end = json.indexOf('"', start + 1); ; end = json.indexOf('"', end + 1)) {
    let escapes = end - 1;
    while (json.charCodeAt(escapes) === BACKSLASH) escapes -= 1;
    if ((end - escapes) % 2 === 1) return end;
  }
}

/** Whether a colon follows, and not what ends a value. */
function isName(json: string, end: number): boolean {
  for (let at = end + 1; at < json.length; at += 1) {
    const code = json.charCodeAt(at);
    if (code === COLON) return true;
    if (code === COMMA || code === CLOSE_OBJECT || code === CLOSE_LIST) return false;
  }
  return false;
}

function nameOf(quoted: string): string {
  return quoted.includes('\\') ? JSON.parse(quoted) : quoted.slice(1, -1);
}
