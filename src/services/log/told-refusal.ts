import type { Db } from '../../db/database.ts';
import { findSetting, forgetSetting, saveSetting } from '../../db/settings.ts';

const NAME = 'log-refusal';

/** Why the log signs nothing, as the process that appends has last told; undefined: it signs. */
export function readRefusal(db: Db): Promise<string | undefined> {
  return findSetting(db, NAME);
}

/** Leaves word for the processes that are asked whether all is well. */
export async function tellRefusal(db: Db, refusal: string | undefined): Promise<void> {
  if (refusal === undefined) await forgetSetting(db, NAME);
  else await saveSetting(db, NAME, refusal);
}
