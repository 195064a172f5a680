import type { Context } from '../../context.ts';
import * as lists from '../../db/status-lists.ts';
import { DomainError } from '../../domain/errors.ts';
import { formatInstant, type Instant } from '../../domain/instant.ts';
import { signFirst } from './sign-list.ts';

/** Clocks of those who ask may be ahead. */
const SKEW_MS = 60_000;

/**
 * What a status list says, or said at an instant, as the token that was signed then.
 *
 * A list that has only just come to be is signed when it is first asked for.
 *
 * @param input.name the last part of its address
 * @throws DomainError `status-list-not-found`, `status-not-recorded` for a time before the list,
 *   ahead of now, or at which no signed version could be shown
 */
export async function readStatusList(
  ctx: Context,
  { name, at }: { name: string; at?: Instant | undefined },
): Promise<lists.StatusVersion> {
  const { publicUrl, issuerAliases } = ctx.config;
  const uris = [publicUrl, ...issuerAliases].map((origin) => `${origin}/status/${name}`);
  const list = await lists.findList(ctx.db, uris);
  if (!list) throw new DomainError('status-list-not-found', 'No status list is at this address.');
  if (at !== undefined) return readThen(ctx, list.uri, at);
  if (list.version === 0) await signFirst(ctx, list.uri);
  const version = await lists.findVersion(ctx.db, list.uri);
  if (version) return version;
  throw new Error(`the status list ${list.uri} was signed, and has no version`);
}

async function readThen(ctx: Context, uri: string, at: Instant): Promise<lists.StatusVersion> {
  const then = at <= ctx.now() + SKEW_MS ? await lists.findVersion(ctx.db, uri, at) : undefined;
  if (then && at < then.expires_at) return then;
  const when = formatInstant(at);
  throw new DomainError('status-not-recorded', `What the list said at ${when} is not known.`);
}
