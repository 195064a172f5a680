import { type Db, transact } from '../../db/database.ts';
import { record } from '../../db/events.ts';
import { findOnly, insertKey } from '../../db/signing-keys.ts';
import { KEY_PURPOSES } from '../../domain/signing-keys.ts';
import { keyEvent } from '../signing-keys/key-events.ts';
import { type KeyMaker, newKey } from '../signing-keys/sealed-key.ts';

/** Makes the keys that sign, one for each purpose, once, at the first start. */
export async function ensureSigningKeys(db: Db, by: KeyMaker): Promise<void> {
  for (const purpose of KEY_PURPOSES) {
    if (await findOnly(db, purpose, 'active')) continue;
    await transact(db, async (tx) => {
      const made = await insertKey(tx, newKey(by, purpose, 'active', by.now()));
      await record(tx, by, keyEvent(made));
    });
  }
}
