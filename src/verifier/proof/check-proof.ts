import { createHash, type KeyObject } from 'node:crypto';
import type { LicenceClaims } from '../claims/claims.ts';
import { isJsonObject } from '../json-object.ts';
import {
  leafOf,
  noteKey,
  openCheckpoint,
  provesInclusion,
  readCheckpoint,
  readTlogProof,
} from '../log/index.ts';
import { type Refusal, refuse } from '../verdict.ts';

/** What shows that a licence stands in the log. */
export interface LicenceProof {
  /** The event of the licence's issue, exactly as it is kept. */
  payload: string;
  /** What was hashed before it, in base64. */
  salt: string;
  /** The way from its leaf to a signed checkpoint (C2SP tlog-proof). */
  proof: string;
}

/**
 * Checks that the log holds the event of this licence's issue: the event names the licence and the
 * token, its leaf is in the tree, and one of the log's keys has signed the tree.
 */
export function checkProof(
  token: string,
  claims: LicenceClaims,
  given: LicenceProof,
  keys: readonly KeyObject[],
): Refusal | undefined {
  const fault = faultOfEvent(token, claims, given.payload) ?? faultOfWay(claims, given, keys);
  return fault === undefined ? undefined : refuse('proof-invalid', fault);
}

function faultOfEvent(token: string, claims: LicenceClaims, payload: string): string | undefined {
  const event = parse(payload);
  if (!isJsonObject(event) || event.type !== 'licence.issued') {
    return 'The event of the proof is not the issue of a licence.';
  }
  const { subject, after } = event;
  if (!isJsonObject(subject) || `urn:uuid:${subject.id}` !== claims.jti) {
    return 'The event of the proof is about another licence.';
  }
  const isSame = isJsonObject(after) && after.token === tokenDigest(token);
  return isSame ? undefined : 'The event of the proof tells of another token for this licence.';
}

function faultOfWay(
  { log }: LicenceClaims,
  { payload, salt, proof: text }: LicenceProof,
  keys: readonly KeyObject[],
): string | undefined {
  const proof = readTlogProof(text);
  const origin = proof && originOf(proof.checkpoint);
  if (!proof || origin === undefined) return 'The proof cannot be read.';
  if (!isTreeOf(log.origin, origin)) return 'The proof is of another log than the licence names.';
  const known = keys.map((key) => noteKey(origin, key));
  const checkpoint = openCheckpoint(proof.checkpoint, known);
  if (!checkpoint) return "None of the log's keys has signed the checkpoint.";
  const { size, root } = checkpoint;
  const leaf = leafOf(Buffer.from(salt, 'base64'), payload);
  const isIn = provesInclusion({ index: proof.index, size, leaf, root, proof: proof.hashes });
  return isIn ? undefined : 'The proof does not lead from the event to the checkpoint.';
}

function originOf(note: string): string | undefined {
  const origin = readCheckpoint(note.slice(0, note.indexOf('\n\n') + 1))?.origin;
  // What no key can be called.
  return origin === undefined || /[\s+]/.test(origin) ? undefined : origin;
}

/** A log goes on in a new tree after a restore: its name, a slash and a number. */
function isTreeOf(log: string, origin: string): boolean {
  return (
    origin === log || (origin.startsWith(`${log}/`) && /^\d+$/.test(origin.slice(log.length + 1)))
  );
}

/**
 * The digest of a token as the record keeps it. The signature is spelled anew first, because the
 * last character of base64url has bits that say nothing.
 */
function tokenDigest(token: string): string {
  const dot = token.lastIndexOf('.') + 1;
  const signature = Buffer.from(token.slice(dot), 'base64url').toString('base64url');
  const digest = createHash('sha256')
    .update(token.slice(0, dot) + signature)
    .digest('base64');
  return `sha256-${digest}`;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
