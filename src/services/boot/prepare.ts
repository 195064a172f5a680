import type { Config, Secrets } from '../../config.ts';
import type { Context } from '../../context.ts';
import { type Database, migrate } from '../../db/database.ts';
import type { Seal } from '../../security/seal.ts';
import { ensureShard } from '../log/open-shard.ts';
import { ensureBuiltInTerms } from '../save-terms.ts';
import { ensureAdminKey } from './admin-key.ts';
import { fixIssuer } from './issuer.ts';
import { ensureSigningKeys } from './signing-keys.ts';

type Maker = Pick<Context, 'caller' | 'now' | 'newId' | 'random' | 'hashKey'>;

/**
 * Brings the database to where the service can start: tables, the log, built-in terms, signing
 * keys, first admin key. Any number of starters may do this at once; each waits for the one
 * before.
 *
 * @returns the admin key, if one was made now
 */
export async function prepareDatabase(
  db: Database,
  by: Maker & { config: Config; seal: Seal },
  secrets: Secrets,
): Promise<{ madeAdminKey: string | undefined }> {
  let madeAdminKey: string | undefined;
  await migrate(db, async (session) => {
    await fixIssuer(session, by.config);
    await ensureShard(session, by);
    await ensureBuiltInTerms(session, by);
    await ensureSigningKeys(session, by);
    madeAdminKey = await ensureAdminKey(session, by, secrets.adminKey);
  });
  return { madeAdminKey };
}
