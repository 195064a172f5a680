import type { Api } from '../api.ts';
import { fact, heading, quote, say } from '../print.ts';
import type { PutIn } from '../replies.ts';
import { INTERVIEW, POEM, WALL_STORY } from '../stories.ts';

/** The ids of what was put in. */
export interface Stories {
  wall: string;
  interview: string;
  poem: string;
}

/** The editor puts three stories in. */
export async function putInStories(editor: Api): Promise<Stories> {
  heading('The editor puts stories in');
  const poem = await putIn(editor, POEM);
  const interview = await putIn(editor, INTERVIEW);
  say('The third comes as the wire has it, with what a partner left at its foot:');
  quote(WALL_STORY.body.text);
  return { poem, interview, wall: await putIn(editor, WALL_STORY) };
}

async function putIn(editor: Api, story: { headline: string }): Promise<string> {
  const { id, version, notices } = await editor.send<PutIn>('POST', '/v1/articles', story);
  fact('story', `${story.headline} (version ${version})`);
  for (const notice of notices) fact('notice', notice.message);
  return id;
}
