import type { Request } from 'express';
import { DomainError, invalid } from '../domain/errors.ts';
import { textFaults } from './text-faults.ts';

const EMPTY = Buffer.alloc(0);
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** What came as a body: the reader before has put the bytes there, if there were any. */
export function bytesOf(req: Request): Buffer {
  return Buffer.isBuffer(req.body) ? req.body : EMPTY;
}

/**
 * Reads a JSON body.
 *
 * @param how.whenEmpty what an empty body counts as; undefined if it counts for nothing
 * @param how.form whether a web form may stand for the object that its fields make
 * @throws DomainError `media-type-unsupported`, `body-malformed`, or `invalid-request` for text
 *   that cannot be kept
 */
export function readBody(
  req: Request,
  { whenEmpty, form = false }: { whenEmpty: object | undefined; form?: boolean },
): unknown {
  const bytes = bytesOf(req);
  if (bytes.length === 0 && whenEmpty) return whenEmpty;
  if (form && isForm(req.headers['content-type'])) return readForm(decode(bytes));
  if (!isJson(req.headers['content-type'])) {
    throw new DomainError('media-type-unsupported', 'Send Content-Type: application/json.');
  }
  const text = decode(bytes);
  const value = parse(text);
  const faults = textFaults(text, value);
  if (faults.length > 0) throw invalid(faults);
  return value;
}

/** RFC 8259 section 11 defines no parameter; a charset is taken if it says what holds anyway. */
function isJson(contentType = ''): boolean {
  const [type = '', ...parameters] = contentType.toLowerCase().split(';');
  if (type.trim() !== 'application/json') return false;
  const charset = parameters.find((parameter) => parameter.trim().startsWith('charset='));
  return charset === undefined || /^\s*charset="?utf-8"?\s*$/.test(charset);
}

function isForm(contentType = ''): boolean {
  return /^application\/x-www-form-urlencoded(?:\s*;|$)/i.test(contentType);
}

/** A field that is left empty is not sent at all. */
function readForm(text: string): unknown {
  const value = Object.fromEntries([...new URLSearchParams(text)].filter(([, field]) => field));
  // A script could not be told from a form here: what stands in neither is refused in both.
  const faults = textFaults(JSON.stringify(value), value);
  if (faults.length > 0) throw invalid(faults);
  return value;
}

function decode(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new DomainError('body-malformed', 'The body is not UTF-8. Send JSON in UTF-8.');
  }
}

function parse(text: string): unknown {
  if (text.trim() === '') {
    throw new DomainError('body-malformed', 'The body is empty. Send a JSON object.');
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new DomainError('body-malformed', 'The body is not JSON. Check quotes, commas and ends.');
  }
}
