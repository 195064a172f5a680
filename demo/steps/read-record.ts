import type { Cast } from '../cast.ts';
import { confirm } from '../confirm.ts';
import { fact, heading } from '../print.ts';
import type { Event, List } from '../replies.ts';

const WANTED = [
  ...['request.granted', 'request.refused', 'article.corrected', 'article.withheld'],
  ...['article.released', 'article.killed'],
];

/** The admin reads what was recorded, the oldest first. */
export async function readRecord({ admin }: Cast): Promise<void> {
  heading('The record');
  const { items } = await admin.send<List<Event>>('GET', '/v1/events?limit=100');
  for (const event of items.toReversed()) {
    fact(event.at.slice(11, 23), `${event.type}, by ${event.actor.kind}`);
  }
  const types = items.map((event) => event.type);
  const absent = WANTED.filter((type) => !types.includes(type));
  confirm('Every decision and change is in it.', absent.length === 0, `no ${absent.join(', ')}`);
}
