import type { Cast } from '../cast.ts';
import { confirm } from '../confirm.ts';
import { AGGREGATOR, PARTNER } from '../house.ts';
import { gap, heading } from '../print.ts';
import type { Decision, Licence } from '../replies.ts';
import { tellDecision, tellRequest } from '../tell.ts';
import type { Stories } from './put-in-stories.ts';

const DAY_MS = 86_400_000;

/** What the demo goes on with: the licence it follows, and the request that waits for a person. */
export interface Asked {
  licence: Licence;
  waiting: Decision;
}

/** The outlets ask; the policy grants one request, refuses three and refers one. */
export async function ask(cast: Cast, stories: Stories, now: number): Promise<Asked> {
  heading('Outlets ask to reprint, and the policy decides');
  const web = { media: ['web'], territories: ['world'], until: daysFrom(now, 90) };
  const tooMuch = { ...web, media: ['web', 'print'], until: daysFrom(now, 700) };
  const { partner, aggregator } = cast;

  async function request(asker: typeof partner | typeof aggregator, articleId: string, use = web) {
    const name = asker === partner ? PARTNER.name : AGGREGATOR.name;
    await tellRequest(cast, { name, articleId, use });
    const decision = await asker.send<Decision>('POST', '/v1/requests', { articleId, use });
    tellDecision(decision);
    gap();
    return decision;
  }

  const granted = await request(partner, stories.wall);
  const refused = [
    await request(aggregator, stories.wall),
    await request(partner, stories.wall, tooMuch),
    await request(partner, stories.poem),
  ];
  const waiting = await request(partner, stories.interview);
  confirm('The partner is granted its request at once.', granted.state === 'granted');
  confirm('Each refusal gives its reasons.', refused.every(isReasoned));
  confirm('What the policy refers waits for a person.', waiting.state === 'pending');
  if (!granted.licence) throw new Error('a granted request came without its licence');
  return { licence: granted.licence, waiting };
}

function daysFrom(now: number, days: number): string {
  return new Date(now + days * DAY_MS).toISOString();
}

function isReasoned({ state, reasons }: Decision): boolean {
  return state === 'refused' && reasons.length > 0;
}
