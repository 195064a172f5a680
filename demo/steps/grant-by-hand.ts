import type { Cast } from '../cast.ts';
import { confirm } from '../confirm.ts';
import { heading } from '../print.ts';
import type { Decision } from '../replies.ts';
import { tellDecision } from '../tell.ts';
import { waitFor } from '../wait.ts';

/** A person decides what the policy referred. */
export async function grantByHand(
  { admin, outlet }: Cast,
  waiting: Decision,
  article: string,
): Promise<void> {
  heading('The rights desk grants what waited');
  const path = `/v1/requests/${waiting.id}/grant`;
  const decision = await admin.send<Decision>('POST', path, { note: 'She is glad to be read.' });
  tellDecision(decision);
  const copy = await waitFor('the interview', () => outlet.copyOf(article));
  confirm('The interview arrives as well.', copy.operation === 'upsert');
}
