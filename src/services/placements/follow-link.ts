import type { Context } from '../../context.ts';
import { type FoundLink, findLink, markUsed } from '../../db/confirm-links.ts';
import { transact } from '../../db/database.ts';
import { DomainError } from '../../domain/errors.ts';
import { hashLinkToken, LINK_TOKEN } from '../../security/link-token.ts';
import { confirm } from './confirm-placement.ts';

/**
 * What somebody who follows the link of a mail finds:
 * - `open`      it can be confirmed
 * - `used`      it was, by this link
 * - `confirmed` it was, in another way
 * - `expired`   the link is too old
 * - `overtaken` something else is wanted by now
 */
export type LinkState = 'open' | 'used' | 'confirmed' | 'expired' | 'overtaken';

export interface ShownLink extends FoundLink {
  state: LinkState;
}

/** Reads a link and changes nothing: mail scanners follow links too. @throws DomainError `link-not-found` */
export async function readLink(ctx: Context, token: string): Promise<ShownLink> {
  return shown(await findLink(ctx.db, hashOf(token)));
}

/**
 * Confirms what a link tells of, once. Whoever comes second, or late, is shown why nothing happens.
 *
 * @returns the link as it was before, and whether this confirmed it
 * @throws DomainError `link-not-found`
 */
export async function useLink(
  ctx: Context,
  input: { token: string; note: string | null },
): Promise<ShownLink & { confirmed: boolean }> {
  const hash = hashOf(input.token);
  return transact(ctx.db, async (tx) => {
    const link = shown(await findLink(tx, hash, true));
    if (link.state !== 'open') return { ...link, confirmed: false };
    await markUsed(tx, hash, new Date(ctx.now()));
    const { placement, operation, version } = link;
    const said = { placement, operation, version, by: 'link', note: input.note } as const;
    const { confirmed } = await confirm(tx, callerOf(ctx, link), said);
    return { ...link, confirmed };
  });
}

/** Whoever holds the link of a mail acts for the outlet that it was sent to. */
function callerOf(ctx: Context, { outlet }: FoundLink): Context {
  return { ...ctx, caller: { ...ctx.caller, id: `link of outlet ${outlet}` } };
}

function hashOf(token: string): Buffer {
  if (!LINK_TOKEN.test(token)) throw linkNotFound();
  return hashLinkToken(token);
}

function shown(link: FoundLink | undefined): ShownLink {
  if (!link) throw linkNotFound();
  return { ...link, state: stateOf(link) };
}

function stateOf(link: FoundLink): LinkState {
  if (link.isUsed) return 'used';
  if (!link.isWanted) return 'overtaken';
  if (link.isConfirmed) return 'confirmed';
  return link.isExpired ? 'expired' : 'open';
}

function linkNotFound(): DomainError {
  return new DomainError('link-not-found', 'No mail of this service carries this link.');
}
