import { listOf, matching, members, oneOf, where } from '../claims/shapes.ts';
import { isJsonObject } from '../json-object.ts';
import { LICENCE_STATES } from '../standing.ts';
import { duplicateMember } from '../token/duplicate-members.ts';
import { type Refusal, refuse } from '../verdict.ts';
import { BUNDLE_FORMAT, type LicenceBundle } from './licence-bundle.ts';

const MOST_CHARACTERS = 8 * 1024 * 1024;

const string = where((value) => typeof value === 'string');
const boolean = where((value) => typeof value === 'boolean');

const bundle = members(
  {
    format: oneOf([BUNDLE_FORMAT]),
    madeAt: matching(/^\d{4}-\d\d-\d\dT/),
    issuer: string,
    aliases: listOf(string),
    token: string,
    record: members(
      { state: oneOf(LICENCE_STATES) },
      {
        articleKilled: boolean,
        outletSuspended: boolean,
        successor: where((value) => value === null || typeof value === 'string'),
      },
    ),
    keys: where(isJsonObject),
    terms: string,
  },
  { status: string, proof: members({ payload: string, salt: string, proof: string }) },
);

/** Reads a bundle strictly; nothing in it is believed yet. */
export function readBundle(text: string): { bundle: LicenceBundle } | Refusal {
  if (text.length > MOST_CHARACTERS) {
    return refuse('too-large', 'This is longer than the 8 MiB that are read of a bundle.');
  }
  const value = parse(text);
  if (value === undefined) return refuse('malformed', 'A bundle is a JSON object.');
  const fault = bundle(value);
  if (fault)
    return refuse('malformed', `The member "${fault.path}" is not what a bundle has there.`);
  const repeated = duplicateMember(text);
  if (repeated !== undefined) {
    const name = JSON.stringify(repeated.slice(0, 40));
    return refuse('duplicate-members', `The member ${name} stands twice in the bundle.`);
  }
  // The shapes above are these members, one by one.
  return { bundle: value as LicenceBundle };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
