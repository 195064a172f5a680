import type { Context } from '../../context.ts';
import * as apiKeys from '../../db/api-keys.ts';
import { ownOutlet } from '../outlets.ts';

export type { ApiKey } from '../../db/api-keys.ts';

/** A page of the staff's keys, newest first, revoked and expired ones among them. */
export async function listStaffKeys(
  ctx: Context,
  page: { after?: string | undefined; limit: number },
): Promise<apiKeys.ApiKey[]> {
  return apiKeys.list(ctx.db, null, page);
}

/**
 * A page of one outlet's keys, newest first.
 *
 * @throws DomainError `outlet-not-found`
 */
export async function listOutletKeys(
  ctx: Context,
  outlet: string,
  page: { after?: string | undefined; limit: number },
): Promise<apiKeys.ApiKey[]> {
  await ownOutlet(ctx, outlet);
  return apiKeys.list(ctx.db, outlet, page);
}
