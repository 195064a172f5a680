import type { LicenceKeys } from '../../context.ts';
import { type Db, transact } from '../../db/database.ts';
import { type Recorder, record } from '../../db/events.ts';
import * as signingKeys from '../../db/signing-keys.ts';
import type { Seal } from '../../security/seal.ts';
import {
  exportPrivateKey,
  generateSigningKey,
  importPrivateKey,
  importPublicKey,
} from '../../security/signing-keys.ts';

const PURPOSE = 'licences';

/** Makes the key that signs licences, once, at the first start. */
export async function ensureLicenceKey(db: Db, by: Recorder & { seal: Seal }): Promise<void> {
  if (await signingKeys.findActive(db, PURPOSE)) return;
  const key = generateSigningKey();
  const { kid } = key;
  const privateKey = by.seal.seal(exportPrivateKey(key), purposeOf(kid));
  await transact(db, async (tx) => {
    await signingKeys.insert(tx, { kid, purpose: PURPOSE, publicJwk: { ...key.jwk }, privateKey });
    await record(tx, by, {
      type: 'signing-key.activated',
      subject: { kind: 'signing-key', id: kid },
      after: { purpose: PURPOSE, jwk: key.jwk },
    });
  });
}

/**
 * Opens the signing key and gathers the keys that licences are verified by.
 *
 * @throws Error when SEAL_KEY is not the key that sealed it
 */
export async function loadLicenceKeys(db: Db, seal: Seal): Promise<LicenceKeys> {
  const active = await signingKeys.findActive(db, PURPOSE);
  if (!active) throw new Error('no key that signs licences is in the database');
  const opened = importPrivateKey(seal.open(active.private_key, purposeOf(active.kid)));
  const jwks = await signingKeys.publicKeys(db, PURPOSE);
  return {
    active: { kid: active.kid, privateKey: opened.privateKey },
    verifying: new Map(jwks.map((jwk) => [String(jwk.kid), importPublicKey(jwk)])),
    jwks: { keys: jwks },
  };
}

function purposeOf(kid: string): string {
  return `signing-key:${kid}`;
}
