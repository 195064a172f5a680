import { setTimeout as sleep } from 'node:timers/promises';
import type { FeedHouse } from '../feed-house.ts';
import { correct } from '../seed.ts';

const STORY_EVERY_MS = 1_000;
/** Of the stories, which are corrected and which are killed a while after. */
const CORRECTED = 5;
const KILLED = 30;
const LATER_MS = 10_000;

export interface NewsDay {
  stories: number;
  corrections: number;
  kills: number;
}

/** Publishes at a steady rate, and corrects and kills some of it. */
export async function runNewsDay(house: FeedHouse, durationMs: number): Promise<NewsDay> {
  const made: NewsDay = { stories: 0, corrections: 0, kills: 0 };
  const later: Promise<void>[] = [];
  const endsAt = Date.now() + durationMs;
  for (let next = Date.now(); next < endsAt; next += STORY_EVERY_MS) {
    await sleep(Math.max(0, next - Date.now()));
    const number = made.stories++;
    const [story = ''] = await house.publish(1);
    if (number % CORRECTED === 0) later.push(correctLater(house, { story, number }, made));
    if (number % KILLED === 1) later.push(killLater(house, story, made));
  }
  await Promise.all(later);
  return made;
}

async function correctLater(
  { service }: FeedHouse,
  { story, number }: { story: string; number: number },
  made: NewsDay,
): Promise<void> {
  await sleep(LATER_MS);
  await correct(service.api, story, number);
  made.corrections += 1;
}

async function killLater({ service }: FeedHouse, story: string, made: NewsDay): Promise<void> {
  await sleep(LATER_MS);
  await service.api.call('POST', `/v1/articles/${story}/kill`, { reason: 'Soaked.' });
  made.kills += 1;
}
