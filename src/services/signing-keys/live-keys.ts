import type { LiveKeys, SigningKey, SigningKeys } from '../../context.ts';
import type { Db } from '../../db/database.ts';
import { listKeys, type SigningKeyRow } from '../../db/signing-keys.ts';
import type { KeyPurpose } from '../../domain/signing-keys.ts';
import type { Seal } from '../../security/seal.ts';
import { openKeyRing, readKeySet } from '../../verifier/index.ts';
import { archiveOf, keySetOf } from './key-documents.ts';
import { openKey } from './sealed-key.ts';

/**
 * Opens the keys, and keeps them as they were last read.
 *
 * @param db the pool: they outlive every transaction
 * @throws Error when there is no key for a purpose, or SEAL_KEY is not the key that sealed it
 */
export async function openLiveKeys(db: Db, seal: Seal): Promise<LiveKeys> {
  let keys = await readKeys(db, seal);
  let isChangeExpected = false;
  let turn = Promise.resolve();

  async function load(): Promise<void> {
    isChangeExpected = false;
    keys = await readKeys(db, seal, keys);
  }
  return {
    get active() {
      return keys.active;
    },
    get log() {
      return keys.log;
    },
    get ring() {
      return keys.ring;
    },
    get jwks() {
      return keys.jwks;
    },
    get archive() {
      return keys.archive;
    },
    // One after the other, so that none overwrites what a later one has read.
    reload() {
      turn = turn.catch(() => {}).then(load);
      return turn;
    },
    expectChange() {
      isChangeExpected = true;
    },
    isChangeExpected: () => isChangeExpected,
  };
}

/** @param known the keys as they were last read: what has not changed is not opened again */
async function readKeys(db: Db, seal: Seal, known?: SigningKeys): Promise<SigningKeys> {
  const rows = await listKeys(db);
  const archive = archiveOf(rows);
  const isSame = JSON.stringify(archive) === JSON.stringify(known?.archive);
  if (known && isSame) return known;
  return {
    active: activeKey(rows, 'licence', seal),
    log: activeKey(rows, 'log', seal),
    ring: await openKeyRing(readKeySet(archive) ?? []),
    jwks: keySetOf(rows),
    archive,
  };
}

function activeKey(rows: readonly SigningKeyRow[], purpose: KeyPurpose, seal: Seal): SigningKey {
  const row = rows.find((key) => key.purpose === purpose && key.state === 'active');
  if (!row) throw new Error(`no key with the purpose ${purpose} is active`);
  return openKey(row, seal);
}
