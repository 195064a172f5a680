import type { Cast } from '../cast.ts';
import { confirm } from '../confirm.ts';
import { fact, heading, say } from '../print.ts';
import type { KillBoard, KilledStory, List } from '../replies.ts';
import { waitFor } from '../wait.ts';

/** The editor sees of every copy whether it is gone, and who says so. */
export async function readKillBoard({ editor, outlet }: Cast, story: string): Promise<void> {
  heading('The kill board');
  say('An answer is not believed: the page is looked at, until the text is gone from it.');
  const board = await waitFor('the look at the page', async () => {
    const seen = await editor.send<KillBoard>('GET', `/v1/kills/${story}`);
    return seen.counts.confirmed === seen.counts.total ? seen : undefined;
  });
  const { total, confirmed, unconfirmed, unreachable } = board.counts;
  fact('killed', board.headline);
  fact('copies', `${total}: ${confirmed} gone, ${unconfirmed} open, ${unreachable} out of reach`);
  for (const copy of board.placements) {
    fact('copy', `${copy.outlet.name}, ${copy.ref}: ${copy.state} by ${copy.confirmedBy}`);
  }
  const [copy] = board.placements;
  confirm('The only copy is gone: the page says so.', copy?.confirmedBy === 'page', copy?.state);
  confirm('It is the page that the outlet had named.', copy?.ref === outlet.pageOf(story));
  const { items } = await editor.send<List<KilledStory>>('GET', '/v1/kills');
  const isOnly = items.length === 1 && items[0]?.article === story;
  confirm('The list of all that was taken back holds it alone.', isOnly, items.length);
}
