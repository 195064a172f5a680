import type { Payload } from '../../audit/check/entry.ts';
import { FIXED_COLUMNS, LIFE_COLUMNS } from '../../audit/check/licence-row.ts';
import type { ArchivedKey } from '../../audit/check/log-keys.ts';
import type { LicenceSource } from '../../audit/check/source.ts';
import type { Tx } from '../../db/database.ts';
import { keptLicence, keptLicences, payloadsOfLicence } from '../../db/record/kept-licences.ts';
import { newestList } from '../../db/record/kept-statuses.ts';
import { openKeyRing, readKeySet, readStatusToken } from '../../verifier/index.ts';

/** The licences in a database with their status lists. */
export function databaseLicences(tx: Tx, keys: readonly ArchivedKey[]): LicenceSource {
  const ring = openKeyRing(readKeySet({ keys }) ?? []);
  return {
    columns: [...FIXED_COLUMNS, ...LIFE_COLUMNS, 'token'],
    async *rows() {
      for await (const rows of keptLicences(tx)) {
        yield rows.map((row) => ({ id: row.id, fields: { ...row } }));
      }
    },
    async again(id) {
      const row = await keptLicence(tx, id);
      const events = (await payloadsOfLicence(tx, id)).map((text) => JSON.parse(text) as Payload);
      return row && { events, fields: { ...row } };
    },
    async statuses(uri) {
      const list = await newestList(tx, uri);
      if (!list) return undefined;
      // As of its signing: whether it has run out meanwhile is no question of the record.
      const read = readStatusToken(list.token, { keys: await ring, now: list.issuedAt });
      if ('unknown' in read) return read.unknown;
      return read.uri === uri ? read.statuses : 'It is another list.';
    },
  };
}
