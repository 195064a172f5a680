import type { Context } from '../../context.ts';
import type { NewSigningKey, SigningKeyRow } from '../../db/signing-keys.ts';
import type { Instant } from '../../domain/instant.ts';
import type { KeyPurpose } from '../../domain/signing-keys.ts';
import type { Seal } from '../../security/seal.ts';
import {
  exportPrivateKey,
  generateSigningKey,
  importPrivateKey,
  type SigningKeyPair,
} from '../../security/signing-keys.ts';

/** What making and changing keys takes. */
export type KeyMaker = Pick<Context, 'caller' | 'now' | 'newId' | 'seal'>;

/** A new key as its row, its private part sealed. */
export function newKey(
  by: KeyMaker,
  purpose: KeyPurpose,
  state: 'pending' | 'active',
  activatesAt: Instant,
): NewSigningKey {
  const key = generateSigningKey(purpose);
  const now = new Date(by.now());
  return {
    ...{ kid: key.kid, purpose, state },
    public_jwk: JSON.stringify(key.jwk),
    private_key: by.seal.seal(exportPrivateKey(key), sealedAs(key.kid)),
    published_at: now,
    activates_at: new Date(activatesAt),
    activated_at: state === 'active' ? now : null,
  };
}

/** @throws Error when SEAL_KEY is not the key that sealed it */
export function openKey(
  row: Pick<SigningKeyRow, 'kid' | 'purpose' | 'private_key'>,
  seal: Seal,
): SigningKeyPair {
  if (row.private_key === null) throw new Error(`the private part of key ${row.kid} is gone`);
  return importPrivateKey(seal.open(row.private_key, sealedAs(row.kid)), row.purpose);
}

function sealedAs(kid: string): string {
  return `signing-key:${kid}`;
}
