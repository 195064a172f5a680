import type { FieldError } from '../domain/errors.ts';
import { pointerTo } from './pointer.ts';

/**
 * Neither can be in a decoded body but through an escape: UTF-8 has no surrogates, and JSON no
 * bare control characters. So most bodies need no walk.
 */
const SUSPECT = /\\u(?:0000|d[89a-f])/i;
const NUL = '\u0000';
const LONE_SURROGATE = /\p{Surrogate}/u;
/** No schema takes anything nested this deep, so what lies deeper is refused for that. */
const DEEPEST = 32;
/** Enough to mend a body by; a hostile one could be all faults. */
const MOST = 100;

/**
 * Finds strings that cannot be kept: half a character has no UTF-8, and PostgreSQL holds no NUL.
 *
 * The work is bounded by the length of the body, however it is nested: anybody may send one.
 *
 * @param text the JSON as it came
 * @param value what it means
 */
export function textFaults(text: string, value: unknown): FieldError[] {
  if (!SUSPECT.test(text)) return [];
  const faults: FieldError[] = [];
  const pending: { value: unknown; path: PropertyKey[] }[] = [{ value, path: [] }];
  for (let next = pending.pop(); next && faults.length < MOST; next = pending.pop()) {
    const { value: at, path } = next;
    if (typeof at === 'string') faults.push(...faultsOf(at, path));
    if (typeof at !== 'object' || at === null || path.length === DEEPEST) continue;
    for (const [key, inner] of Object.entries(at)) {
      const place = [...path, key];
      faults.push(...faultsOf(key, place));
      pending.push({ value: inner, path: place });
    }
  }
  return faults;
}

function faultsOf(text: string, path: readonly PropertyKey[]): FieldError[] {
  const detail = faultOf(text);
  return detail ? [{ pointer: pointerTo(path), code: 'not-text', detail }] : [];
}

function faultOf(text: string): string | undefined {
  if (text.includes(NUL)) return 'This has a NUL character (\\u0000). Leave it out.';
  if (!LONE_SURROGATE.test(text)) return undefined;
  return 'This has half a character (a lone surrogate). Send the whole character.';
}
