import type { Context } from '../../context.ts';
import * as apiKeys from '../../db/admin-keys.ts';
import { type Db, transact } from '../../db/database.ts';
import * as events from '../../db/events.ts';
import { makeKey, maskKey } from '../../security/api-keys.ts';

type Maker = Pick<Context, 'caller' | 'now' | 'newId' | 'random' | 'hashKey'>;

const FROM_ENVIRONMENT = 'ADMIN_KEY';

/**
 * Makes sure that an admin can sign in: with ADMIN_KEY where it is set, else with a key made at
 * the first start.
 *
 * An ADMIN_KEY that has changed takes the place of the former one.
 *
 * @returns a key that was made now, to be shown this once
 */
export async function ensureAdminKey(
  db: Db,
  by: Maker,
  adminKey: string | undefined,
): Promise<string | undefined> {
  if (adminKey === undefined) {
    if (await apiKeys.anyAdmin(db)) return undefined;
    const key = makeKey(by.random);
    await add(db, by, 'first admin key', key);
    return key;
  }
  if (await apiKeys.isKnown(db, by.hashKey(adminKey))) return undefined;
  await apiKeys.revokeNamed(db, FROM_ENVIRONMENT, by.now());
  await add(db, by, FROM_ENVIRONMENT, adminKey);
  return undefined;
}

async function add(db: Db, by: Maker, name: string, key: string): Promise<void> {
  const id = by.newId();
  await transact(db, async (tx) => {
    await apiKeys.insertAdmin(tx, { id, name, prefix: maskKey(key), hash: by.hashKey(key) });
    await events.record(tx, by, {
      type: 'key.created',
      subject: { kind: 'key', id },
      after: { name, role: 'admin' },
    });
  });
}
