import type { Context } from '../../context.ts';
import { insertLink } from '../../db/confirm-links.ts';
import type { Tx } from '../../db/database.ts';
import { type Notice, tell } from '../../db/notices.ts';
import type { PullCopy } from '../../db/placements/pull-copy.ts';
import { hashLinkToken } from '../../security/link-token.ts';

/**
 * Tells an outlet's people what to do with a copy that they took themselves, by mail with a link to
 * confirm it. Where nobody there can be told, the house is.
 */
export async function tellCopy(tx: Tx, ctx: Context, copy: PullCopy): Promise<void> {
  const notice = copy.operation === 'withdraw' ? toRemove(copy) : toCorrect(copy);
  await tellWithLink(tx, ctx, copy, notice);
  const cause = untold(ctx, copy);
  if (cause === null) return;
  const facts = { ...factsOf(copy), outlet: copy.outletName, cause };
  const { publication } = copy;
  await tell(tx, ctx, [
    { kind: 'copy-untold', facts, outlet: null, publication, about: aboutOf(copy) },
  ]);
}

/** Tells them that what they took down may be published again; nothing is to be confirmed. */
export async function tellReturn(tx: Tx, ctx: Context, copy: PullCopy): Promise<void> {
  const facts = { ...factsOf(copy), version: copy.version };
  await tell(tx, ctx, [{ kind: 'copy-may-return', facts, ...toOutlet(copy) }]);
}

/** Tells with a link that confirms the placement as it is wanted now. */
export async function tellWithLink(
  tx: Tx,
  ctx: Context,
  {
    id: placement,
    seq,
    version,
    operation,
  }: Pick<PullCopy, 'id' | 'seq' | 'version' | 'operation'>,
  notice: Notice,
): Promise<void> {
  const id = ctx.newId();
  await tell(tx, { ...ctx, newId: () => id }, [notice]);
  await insertLink(tx, {
    hash: hashLinkToken(ctx.linkToken(id)),
    placement,
    seq,
    version,
    operation,
  });
}

function toRemove(copy: PullCopy): Notice {
  const facts = { ...factsOf(copy), why: copy.reason ?? 'revoked' };
  return { kind: 'copy-to-remove', facts, ...toOutlet(copy) };
}

function toCorrect(copy: PullCopy): Notice {
  const { version, correctionNote: note } = copy;
  const facts = { ...factsOf(copy), version, note };
  return { kind: 'copy-to-correct', facts, ...toOutlet(copy) };
}

function factsOf({ headline, canonicalUrl, checks: reminders }: PullCopy) {
  return { headline, canonicalUrl, reminders };
}

function toOutlet(copy: PullCopy) {
  return { outlet: copy.outlet, publication: copy.publication, about: aboutOf(copy) };
}

function aboutOf({ id }: PullCopy) {
  return { kind: 'placement', id };
}

function untold({ config }: Context, { contacts }: PullCopy): 'no-contacts' | 'no-mail' | null {
  if (contacts === 0) return 'no-contacts';
  return config.mailFrom === null ? 'no-mail' : null;
}
