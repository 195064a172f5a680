import type { RecordSource } from '../../audit/check/source.ts';
import type { Context } from '../../context.ts';
import { atOneMoment } from '../../db/record/batches.ts';
import { permitWholeHouse } from '../permit.ts';
import { databaseSource } from './database-source.ts';

/**
 * Reads the record in the database as it is at one moment, while it is in use.
 *
 * @throws DomainError `not-permitted`
 */
export async function withRecord<Result>(
  ctx: Pick<Context, 'db' | 'caller'>,
  work: (source: RecordSource) => Promise<Result>,
): Promise<Result> {
  permitWholeHouse(ctx.caller);
  return atOneMoment(ctx.db, async (tx) => work(await databaseSource(tx)));
}
