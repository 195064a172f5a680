import type { Cast } from '../cast.ts';
import { confirm } from '../confirm.ts';
import { confirmFooter } from '../footer-check.ts';
import type { Message } from '../outlet/apply-message.ts';
import { fact, heading, quote, say } from '../print.ts';
import type { Licence } from '../replies.ts';
import { WRONG } from '../stories.ts';
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
  confirmFooter(text, licence.footer);
}

/** Says what a message is about. */
export function tellMessage({ operation, seq, article, reason }: Message): void {
  const because = reason ? ` (${reason})` : '';
  fact('message', `${operation}${because}, seq ${seq}, version ${article.version}`);
}
