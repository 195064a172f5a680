import { duplicateMember } from './duplicate-members.ts';
import { turnDown, type Verdict } from './verdict.ts';

const MOST_BYTES = 16 * 1024;

/** An unsigned token has an empty third part; its algorithm says so and is refused by name. */
const COMPACT = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*$/;

/** A token's two JSON objects, believed in nothing yet. */
export interface TokenShape {
  header: Record<string, unknown>;
  payload: Record<string, unknown>;
}

/** Reads a compact JWS (RFC 7515 section 3.1) strictly: size, alphabet, UTF-8, JSON, names once. */
export function readShape(token: string): TokenShape | Verdict {
  if (token.length > MOST_BYTES) return turnDown('too-large', 'A licence has at most 16 KiB.');
  if (!COMPACT.test(token)) {
    return turnDown('malformed', 'A licence is three base64url parts joined by full stops.');
  }
  const [header, payload] = token.split('.').map(readJson);
  if (header === undefined || payload === undefined) return malformedJson();
  const repeated = duplicateMember(header.text) ?? duplicateMember(payload.text);
  if (repeated !== undefined) {
    return turnDown(
      'duplicate-members',
      `The member ${JSON.stringify(repeated.slice(0, 40))} stands twice.`,
    );
  }
  return { header: header.object, payload: payload.object };
}

interface Part {
  text: string;
  object: Record<string, unknown>;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A part as text and as what it says, provided that it is a JSON object in valid UTF-8. */
function readJson(part: string): Part | undefined {
  try {
    const text = utf8.decode(Buffer.from(part, 'base64url'));
    const object: unknown = JSON.parse(text);
    return isObject(object) ? { text, object } : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function malformedJson(): Verdict {
  return turnDown(
    'malformed',
    'The header and the payload of a licence are JSON objects in UTF-8.',
  );
}
