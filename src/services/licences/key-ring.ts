import type { Context } from '../../context.ts';
import type { KeyRing } from '../../verifier/index.ts';

/** The keys that licences are verified with here. */
export async function keyRing({ keys }: Context): Promise<KeyRing> {
  return keys.ring;
}
