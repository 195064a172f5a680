import type { Context } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import * as licences from '../../db/licences.ts';
import { permitPublicationId } from '../permit.ts';
import { licenceNotFound } from './read-licences.ts';

/**
 * Keeps others from changing a licence until the transaction ends.
 *
 * @throws DomainError `licence-not-found`, `not-permitted`
 */
export async function lockLicence(tx: Tx, ctx: Context, id: string): Promise<licences.Licence> {
  const licence = await licences.lock(tx, id);
  if (!licence) throw licenceNotFound(id);
  await permitPublicationId({ ...ctx, db: tx }, licence.publication);
  return licence;
}
