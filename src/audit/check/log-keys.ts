import { createPublicKey, type JsonWebKey } from 'node:crypto';
import { type NoteKey, noteKey } from '../../verifier/log/index.ts';

/** A key as the archive of keys shows it. */
export type ArchivedKey = Readonly<Record<string, unknown>>;

/** The keys of the archive that sign checkpoints, by the name of each tree. */
export function logKeys(archive: readonly ArchivedKey[], origins: readonly string[]): NoteKey[] {
  const ofLog = archive.filter(({ purpose }) => purpose === 'log');
  return origins.flatMap((origin) => ofLog.map((jwk) => noteKey(origin, publicKeyOf(jwk))));
}

function publicKeyOf({ kty, crv, x }: ArchivedKey) {
  return createPublicKey({ key: { kty, crv, x } as JsonWebKey, format: 'jwk' });
}
