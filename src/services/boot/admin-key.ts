import type { Context } from '../../context.ts';
import * as apiKeys from '../../db/admin-keys.ts';
import { type Db, type Tx, transact } from '../../db/database.ts';
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
    await transact(db, (tx) => add(tx, by, 'first admin key', key));
    return key;
  }
  if (await apiKeys.isKnown(db, by.hashKey(adminKey))) return undefined;
  await transact(db, async (tx) => {
    await revokeFormer(tx, by);
    await add(tx, by, FROM_ENVIRONMENT, adminKey);
  });
  return undefined;
}

async function revokeFormer(tx: Tx, by: Maker): Promise<void> {
  const name = FROM_ENVIRONMENT;
  const ids = await apiKeys.revokeNamed(tx, name, by.now());
  await events.recordAll(
    tx,
    by,
    ids.map((id) => ({
      type: 'key.revoked',
      subject: { kind: 'key', id },
      before: { state: 'active', name },
      after: { state: 'revoked', name },
    })),
  );
}

async function add(tx: Tx, by: Maker, name: string, key: string): Promise<void> {
  const id = await apiKeys.insertAdmin(tx, {
    ...{ id: by.newId(), name },
    prefix: maskKey(key),
    hash: by.hashKey(key),
  });
  await events.record(tx, by, {
    type: 'key.created',
    subject: { kind: 'key', id },
    after: { name, role: 'admin' },
  });
}
