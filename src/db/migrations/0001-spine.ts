import { type Kysely, sql } from 'kysely';
import { ALERTS } from './0001-spine/alerts.ts';
import { ARTICLES } from './0001-spine/articles.ts';
import { BY_HAND } from './0001-spine/by-hand.ts';
import { CONVERSATIONS } from './0001-spine/conversations.ts';
import { DESTINATIONS } from './0001-spine/destinations.ts';
import { EXCLUSIVITY } from './0001-spine/exclusivity.ts';
import { EXCLUSIVITY_HELD } from './0001-spine/exclusivity-held.ts';
import { FEEDS } from './0001-spine/feeds.ts';
import { HEALTH } from './0001-spine/health.ts';
import { NOTICES } from './0001-spine/notices.ts';
import { PARTIES } from './0001-spine/parties.ts';
import { PERMISSIONS } from './0001-spine/permissions.ts';
import { PLACEMENTS } from './0001-spine/placements.ts';
import { RECEIPTS } from './0001-spine/receipts.ts';
import { RECORD } from './0001-spine/record.ts';
import { RECORDING } from './0001-spine/recording.ts';
import { SEARCH } from './0001-spine/search.ts';
import { STATUS } from './0001-spine/status.ts';

/** Everything the main job needs: who, what, the permission, where it goes, and the record of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [
    ...[PARTIES, ARTICLES, PERMISSIONS, DESTINATIONS, PLACEMENTS, RECEIPTS],
    ...[RECORD, RECORDING, BY_HAND, SEARCH],
    ...[NOTICES, ALERTS, STATUS, CONVERSATIONS, EXCLUSIVITY, EXCLUSIVITY_HELD, FEEDS, HEALTH],
  ]) {
    await sql.raw(statement).execute(db);
  }
}
