import type { Context } from '../../context.ts';
import type { Db } from '../../db/database.ts';
import { tell } from '../../db/notices.ts';
import { listIds } from '../../db/publications.ts';
import { countInForce, type SigningKeyRow } from '../../db/signing-keys.ts';

/** Tells the contact of every publication that a key may be in other hands. */
export async function tellCompromise(tx: Db, ctx: Context, key: SigningKeyRow): Promise<void> {
  const { kid, compromise_reason: reason } = key;
  const licences = await countInForce(tx, kid);
  const publications = await listIds(tx);
  await tell(
    tx,
    ctx,
    publications.map((publication) => ({
      kind: 'key-compromised',
      facts: { kid, reason: reason ?? '', licences },
      outlet: null,
      publication,
      about: { kind: 'signing-key', id: kid },
    })),
  );
}
