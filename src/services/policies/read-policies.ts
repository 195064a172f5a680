import type { Context } from '../../context.ts';
import * as policies from '../../db/policies.ts';
import { DomainError } from '../../domain/errors.ts';
import { readPublication } from '../publications/read-publications.ts';

/**
 * A version of a publication's policy.
 *
 * @param version absent: the newest
 * @throws DomainError `publication-not-found`, `not-permitted`, `version-not-found`
 */
export async function readPolicyVersion(
  ctx: Context,
  slug: string,
  version?: number,
): Promise<policies.PolicyVersion> {
  const { id } = await readPublication(ctx, slug);
  const found =
    version === undefined
      ? await policies.findNewest(ctx.db, id)
      : await policies.find(ctx.db, id, version);
  if (found) return found;
  const which = version === undefined ? 'has no policy yet' : `has no policy version ${version}`;
  throw new DomainError('version-not-found', `The publication ${slug} ${which}.`);
}

/**
 * A page of the versions of a publication's policy, newest first.
 *
 * @throws DomainError `publication-not-found`, `not-permitted`
 */
export async function listPolicyVersions(
  ctx: Context,
  slug: string,
  window: { after?: number | undefined; limit: number },
): Promise<policies.PolicyVersion[]> {
  const { id } = await readPublication(ctx, slug);
  return policies.list(ctx.db, id, window);
}
