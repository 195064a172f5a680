import type { Cast } from '../cast.ts';
import { confirm, DemoFailed } from '../confirm.ts';
import { confirmFooter } from '../footer-check.ts';
import { PARTNER } from '../house.ts';
import { verifyWithJose } from '../jose-check.ts';
import { fact, heading, quote } from '../print.ts';
import type { Licence } from '../replies.ts';
import { RIGHT, WALL_CORRECTED, WRONG } from '../stories.ts';
import { tellVerdict } from '../tell.ts';
import { waitFor } from '../wait.ts';
import { verify } from './read-licence.ts';
import { tellMessage } from './receive.ts';

/**
 * The editor corrects the story; the outlet's copy and its licence follow.
 *
 * @returns the licence that has taken the place of the first
 */
export async function correct(cast: Cast, article: string, first: Licence): Promise<Licence> {
  heading('A correction follows the text');
  fact('correction', WALL_CORRECTED.correctionNote);
  await cast.editor.send('PUT', `/v1/articles/${article}`, WALL_CORRECTED, { 'if-match': '"1"' });
  const { outlet, service } = cast;
  const copy = await waitFor('the correction', () => {
    const held = outlet.copyOf(article);
    return held?.article.version === 2 ? held : undefined;
  });
  tellMessage(copy);
  const text = copy.content?.text ?? '';
  quote(text);
  confirm('The corrected text has replaced the first.', isReplaced(text), text);

  const successor = await successorOf(cast, first);
  confirmFooter(text, successor.footer);
  await verifyWithJose(service.url, successor.token, PARTNER.origins[0] ?? '');
  confirm('A successor licence came with it; jose verifies it.', copy.licence.id === successor.id);
  return successor;
}

function isReplaced(text: string): boolean {
  return text.includes(`will rise by ${RIGHT}`) && !text.includes(`will rise by ${WRONG}`);
}

async function successorOf(cast: Cast, first: Licence): Promise<Licence> {
  const verdict = await verify(cast, first.token);
  tellVerdict(verdict);
  confirm('The first licence is superseded.', verdict.code === 'superseded', verdict.code);
  if (!verdict.successor) throw new DemoFailed('A superseded licence names its successor.');
  return cast.partner.send<Licence>('GET', `/v1/licences/${verdict.successor}`);
}
