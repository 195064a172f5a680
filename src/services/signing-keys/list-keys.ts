import type { Context } from '../../context.ts';
import { listKeys, type SigningKeyRow } from '../../db/signing-keys.ts';

export type { SigningKeyRow } from '../../db/signing-keys.ts';

/** Every key that ever was, newest first. */
export async function listSigningKeys({ db }: Context): Promise<SigningKeyRow[]> {
  return listKeys(db);
}
