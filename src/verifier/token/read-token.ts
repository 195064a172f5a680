import { isJsonObject, type JsonObject } from '../json-object.ts';
import { type Refusal, refuse } from '../verdict.ts';
import { duplicateMember } from './duplicate-members.ts';

/** An unsigned token has an empty third part; its algorithm says so and is refused by name. */
const COMPACT = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*$/;

/** A token's two JSON objects, believed in nothing yet. */
export interface TokenParts {
  header: JsonObject;
  payload: JsonObject;
}

/**
 * Reads a compact JWS (RFC 7515 section 3.1) strictly: size, alphabet, UTF-8, JSON, names once.
 *
 * @param mostBytes the longest token that is looked at
 */
export function readToken(token: string, mostBytes: number): TokenParts | Refusal {
  if (token.length > mostBytes) {
    return refuse('too-large', `This is longer than the ${mostBytes / 1024} KiB that are read.`);
  }
  if (!COMPACT.test(token)) {
    return refuse('malformed', 'A signed token is three base64url parts joined by full stops.');
  }
  const [header, payload] = token.split('.').map(readJson);
  if (header === undefined || payload === undefined) return refuse('malformed', NOT_JSON);
  const repeated = duplicateMember(header.text) ?? duplicateMember(payload.text);
  if (repeated !== undefined) {
    const name = JSON.stringify(repeated.slice(0, 40));
    return refuse('duplicate-members', `The member ${name} stands twice.`);
  }
  return { header: header.object, payload: payload.object };
}

const NOT_JSON = 'The header and the payload of a signed token are JSON objects in UTF-8.';

interface Part {
  text: string;
  object: JsonObject;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A part as text and as what it says, provided that it is a JSON object in valid UTF-8. */
function readJson(part: string): Part | undefined {
  try {
    const text = utf8.decode(Buffer.from(part, 'base64url'));
    const object: unknown = JSON.parse(text);
    return isJsonObject(object) ? { text, object } : undefined;
  } catch {
    return undefined;
  }
}
