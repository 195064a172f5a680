import type { Cast } from '../cast.ts';
import { confirm, DemoFailed } from '../confirm.ts';
import { PARTNER, PUBLICATION } from '../house.ts';
import { fact, heading, say } from '../print.ts';
import type { Decision, FeedLicence, List, PutIn } from '../replies.ts';
import { CHOIR, FERRY, FILTER } from '../stories.ts';
import { tellDecision, tellVerdict } from '../tell.ts';
import { waitFor } from '../wait.ts';
import { verify } from './read-licence.ts';
import { tellMessage } from './receive.ts';

/**
 * The partner gets a standing licence for what a filter lets through, and the next story that fits
 * comes by itself.
 *
 * @returns the id of that story
 */
export async function subscribe(cast: Cast, until: string): Promise<string> {
  heading('A standing licence: stories come by themselves');
  const licence = await licenceForFeed(cast, until);
  const other = await putIn(cast, CHOIR);
  const story = await putIn(cast, FERRY);
  const { outlet } = cast;
  const copy = await waitFor('the story about the ferry', () => outlet.copyOf(story));
  tellMessage(copy);
  confirm('Nobody asked for it: it goes under the licence.', copy.licence.id === licence.id);
  const path = `/v1/licences/${licence.id}/articles`;
  const { items } = await cast.partner.send<List<{ id: string }>>('GET', path);
  const only = items.length === 1 && items[0]?.id === story;
  const isAway = outlet.copyOf(other) === undefined;
  confirm('The story about something else is not covered and not sent.', only && isAway);
  const verdict = await verify(cast, licence.token, story);
  tellVerdict(verdict);
  confirm('The licence says so of this story to anyone.', verdict.article === 'covered');
  return story;
}

/** The rule on interviews may meet stories that are not written yet; so people decide. */
async function licenceForFeed({ admin, partner }: Cast, until: string): Promise<FeedLicence> {
  const subject = FILTER.subject.join(', ');
  fact('request', `${PARTNER.name} asks for every story about ${subject}`);
  const feed = { publication: PUBLICATION.slug, filter: FILTER };
  const use = { media: ['web'], territories: ['world'], until };
  const asked = await partner.send<Decision>('POST', '/v1/requests', { feed, use });
  tellDecision(asked);
  say('Stories that nobody has written yet may be interviews, so a person decides.');
  const path = `/v1/requests/${asked.id}/grant`;
  const note = 'Interviews about ferries are welcome too.';
  const decided = await admin.send<Decision>('POST', path, { note });
  tellDecision(decided);
  if (!decided.licence) throw new DemoFailed('A granted request comes with its licence.');
  return decided.licence;
}

async function putIn({ editor }: Cast, story: typeof FERRY): Promise<string> {
  const { id } = await editor.send<PutIn>('POST', '/v1/articles', story);
  say(`The editor puts in “${story.headline}”, about ${story.subjects.join(' and ')}.`);
  return id;
}
