import type { Cast } from '../cast.ts';
import { confirm } from '../confirm.ts';
import { fact, heading, quote, say } from '../print.ts';
import type { KilledStory, List } from '../replies.ts';
import { waitFor } from '../wait.ts';
import { tellMessage } from './receive.ts';

const REASON = 'The ferry company has asked a court about one sentence.';

/** The editor takes a story back for a while, and lets it out again. */
export async function withhold(cast: Cast, story: string): Promise<void> {
  heading('A story is withheld, and released');
  fact('reason', REASON);
  const path = `/v1/articles/${story}`;
  await cast.editor.send('POST', `${path}/withhold`, { reason: REASON });
  await arrives(cast, story, 'withdraw');
  const page = await (await fetch(cast.outlet.pageOf(story))).text();
  say('On the page, where the outlet shows the notice that came with the message:');
  quote(page);
  const isGone = page.includes('withheld') && !page.includes('timetable');
  confirm('The text is gone from the page.', isGone, page);
  const { items } = await cast.editor.send<List<KilledStory>>('GET', '/v1/kills?state=withheld');
  const isListed = items.length === 1 && items[0]?.article === story;
  confirm('It is on the board of what was taken back.', isListed, items.length);

  await cast.editor.send('POST', `${path}/release`, {});
  say('The court sees nothing wrong with it, and the editor releases the story.');
  await arrives(cast, story, 'upsert');
  const again = await (await fetch(cast.outlet.pageOf(story))).text();
  confirm('The text is back, and nobody had to ask.', again.includes('timetable'), again);
}

async function arrives({ outlet }: Cast, story: string, operation: string): Promise<void> {
  const copy = await waitFor(`the ${operation}`, () => {
    const held = outlet.copyOf(story);
    return held?.operation === operation ? held : undefined;
  });
  tellMessage(copy);
}
