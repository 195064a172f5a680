import type { Delivery } from '../../src/receiver/index.ts';
import type { Cast } from '../cast.ts';
import { confirm } from '../confirm.ts';
import { confirmFooter } from '../footer-check.ts';
import { PUBLICATION } from '../house.ts';
import { fact, heading, quote, say } from '../print.ts';
import type { Licence } from '../replies.ts';
import { BYLINE, INTERVIEW, NOT_THE_STORY, PLACE, WRONG } from '../stories.ts';
import { waitFor } from '../wait.ts';

/** The outlet's system gets the text with its footer. */
export async function receive({ outlet }: Cast, article: string, licence: Licence): Promise<void> {
  heading('The text arrives at the outlet');
  const copy = await waitFor('the delivery', () => outlet.copyOf(article));
  tellMessage(copy);
  const text = copy.content?.text ?? '';
  say('On the page:');
  quote(text);
  confirm('The signature of the message is good (Standard Webhooks).', outlet.received.length > 0);
  confirm('The text is the first version.', text.includes(WRONG), text);
  confirmCleanCopy(text);
  confirmFooter(text, licence.footer);
  const teaser = text.indexOf(INTERVIEW.headline);
  confirm('The latest stories are listed after it.', teaser > text.indexOf('©'), text);
}

/** What the wire said by custom stands in its place, and what is no story is gone. */
function confirmCleanCopy(text: string): void {
  const opening = `${PLACE} (${PUBLICATION.name}) – The harbour wall`;
  const found = [BYLINE, opening].every((line) => text.split(line).length === 2);
  confirm('The by line and the dateline of the wire text were understood.', found, text);
  const left = NOT_THE_STORY.filter((words) => text.includes(words));
  confirm('Its end mark, its old footer and its old teasers are gone.', left.length === 0, text);
}

/** Says what a message is about. */
export function tellMessage({ operation, seq, article, reason }: Delivery): void {
  const because = reason ? ` (${reason})` : '';
  fact('message', `${operation}${because}, seq ${seq}, version ${article.version}`);
}
