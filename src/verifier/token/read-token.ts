import { isJsonObject, type JsonObject } from '../json-object.ts';
import { type Refusal, refuse } from '../verdict.ts';
import { duplicateMember } from './duplicate-members.ts';

/** An unsigned token has an empty third part; its algorithm says so and is refused by name. */
const COMPACT = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*$/;

/** Parts a compact JWS (RFC 7515 section 3.1), which has to be of a size and of that alphabet. */
export function splitToken(
  token: string,
  mostBytes: number,
): { header: string; payload: string } | Refusal {
  if (token.length > mostBytes) {
    return refuse('too-large', `This is longer than the ${mostBytes / 1024} KiB that are read.`);
  }
  if (!COMPACT.test(token)) {
    return refuse('malformed', 'A signed token is three base64url parts joined by full stops.');
  }
  const [header = '', payload = ''] = token.split('.', 2);
  return { header, payload };
}

/** A part as text and as what it says. */
export interface TokenPart {
  text: string;
  object: JsonObject;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Undefined for a part that is no JSON object in valid UTF-8. */
export function readPart(part: string): TokenPart | undefined {
  try {
    const text = utf8.decode(Buffer.from(part, 'base64url'));
    const object: unknown = JSON.parse(text);
    return isJsonObject(object) ? { text, object } : undefined;
  } catch {
    return undefined;
  }
}

/** The payload, where both parts could be read and name nothing twice. */
export function readParts(
  header: TokenPart | undefined,
  payload: TokenPart | undefined,
): { payload: JsonObject } | Refusal {
  if (!header || !payload) return refuse('malformed', NOT_JSON);
  const repeated = duplicateMember(header.text) ?? duplicateMember(payload.text);
  if (repeated === undefined) return { payload: payload.object };
  const name = JSON.stringify(repeated.slice(0, 40));
  return refuse('duplicate-members', `The member ${name} stands twice.`);
}

const NOT_JSON = 'The header and the payload of a signed token are JSON objects in UTF-8.';
