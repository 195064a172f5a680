import type { Cast } from '../cast.ts';
import { confirm } from '../confirm.ts';
import { fact, heading } from '../print.ts';
import type { Licence } from '../replies.ts';
import { tellVerdict } from '../tell.ts';
import { waitFor } from '../wait.ts';
import type { Stories } from './put-in-stories.ts';
import { verify } from './read-licence.ts';
import { tellMessage } from './receive.ts';

const REASON = 'The survey that the story rests on measured the wrong harbour.';

/** The editor takes the story back: it goes everywhere, at once and for good. */
export async function kill(cast: Cast, stories: Stories, licence: Licence): Promise<void> {
  heading('The story is killed');
  fact('reason', REASON);
  const start = performance.now();
  await cast.editor.send('POST', `/v1/articles/${stories.wall}/kill`, { reason: REASON });
  const copy = await waitFor('the kill', () => {
    const held = cast.outlet.copyOf(stories.wall);
    return held?.operation === 'withdraw' ? held : undefined;
  });
  tellMessage(copy);
  fact('took', `${Math.round(performance.now() - start)} ms from the editor to the outlet`);
  confirm('The text is gone from the outlet.', copy.content === undefined);
  const other = cast.outlet.copyOf(stories.interview);
  confirm('The other story stays.', other?.operation === 'upsert');

  const { status } = await cast.partner.look(`/v1/licences/${licence.id}/article`);
  confirm('Nobody gets the text from the service either (410).', status === 410, status);
  const verdict = await verify(cast, licence.token);
  tellVerdict(verdict);
  confirm('The licence no longer holds.', verdict.code === 'article-killed', verdict.code);
}
