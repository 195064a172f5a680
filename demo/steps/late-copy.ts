import type { Cast } from '../cast.ts';
import { confirm, DemoFailed } from '../confirm.ts';
import { fact, heading, say } from '../print.ts';

/** Messages can come late, twice, or from somebody else: none of that changes the page. */
export async function lateCopy({ outlet }: Cast, article: string): Promise<void> {
  heading('An old message comes late, and a forged one');
  const old = outlet.received.find(({ message }) => message.article.id === article);
  if (!old) throw new DemoFailed('The outlet keeps the first message.');
  const late = await post(outlet.url, old.headers, old.body);
  say(`The first message once more, seq ${old.message.seq}:`);
  fact('answer', late.text);
  confirm('The outlet ignores what is not newer than what it has.', late.text.includes('ignored'));
  const raised = old.body.replace(`"seq":${old.message.seq},`, '"seq":99,');
  const forged = await post(outlet.url, old.headers, raised);
  say('The same with a higher seq, under the old signature:');
  fact('answer', forged.text);
  confirm('A message whose signature does not fit is turned away.', forged.status === 401);
  const version = outlet.copyOf(article)?.article.version;
  confirm('The page still shows the corrected text.', version === 2, version);
}

async function post(url: string, headers: Record<string, string>, body: string) {
  const response = await fetch(url, { method: 'POST', headers, body });
  return { status: response.status, text: await response.text() };
}
