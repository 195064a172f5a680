import type { Config, Secrets } from './config.ts';
import { type Db, migrate } from './db/database.ts';
import { currentRole, grantQueue, grantService } from './db/grant-service.ts';
import { openStore, type Store } from './db/open-store.ts';

/**
 * Makes or updates all tables in the role of DATABASE_OWNER_URL, and lets the service's own role
 * use them: it then owns nothing, and can neither change the record nor switch its triggers off.
 *
 * @param db in the service's own role
 * @param prepareQueue makes or updates the tables of the queue
 */
export async function prepareAsOwner(
  db: Db,
  { config, secrets }: { config: Config; secrets: Secrets },
  prepareQueue: (pool: Store['queuePool']) => Promise<void>,
): Promise<void> {
  if (!secrets.databaseOwnerUrl) return;
  const role = await currentRole(db);
  const owner = await openStore(config, { ...secrets, databaseUrl: secrets.databaseOwnerUrl });
  try {
    await migrate(owner.db, async (session) => {
      if ((await currentRole(session)) === role) throw new Error(SAME);
      await grantService(session, role);
      await prepareQueue(owner.queuePool);
      await grantQueue(session, role);
    });
  } finally {
    await owner.close();
  }
}

const SAME =
  'DATABASE_OWNER_URL and DATABASE_URL name the same role. Give the service a role of its own, or leave DATABASE_OWNER_URL out.';
