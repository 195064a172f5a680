import type { Selectable } from 'kysely';
import type { Db } from './database.ts';
import type { Tables } from './schema.ts';

export type RequestMessage = Selectable<Tables['request_message']>;

export async function add(tx: Db, message: RequestMessage): Promise<void> {
  await tx
    .insertInto('request_message')
    .values({
      ...message,
      use: asJson(message.use),
      offered_use: asJson(message.offered_use),
      created_at: new Date(message.created_at),
    })
    .execute();
}

function asJson(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}

/** What was said about a request, from the first on; from above the id `after`. */
export async function list(
  db: Db,
  request: string,
  window: { after?: string | undefined; limit: number },
): Promise<RequestMessage[]> {
  let query = db
    .selectFrom('request_message')
    .selectAll()
    .where('request', '=', request)
    .orderBy('id')
    .limit(window.limit);
  if (window.after) query = query.where('id', '>', window.after);
  return query.execute();
}

/** The newest offer, unless it was answered. */
export async function findStandingOffer(
  db: Db,
  request: string,
): Promise<RequestMessage | undefined> {
  const newest = await db
    .selectFrom('request_message as m')
    .selectAll('m')
    .select((eb) =>
      eb
        .exists(
          eb.selectFrom('request_message as a').select('a.id').whereRef('a.answers', '=', 'm.id'),
        )
        .as('answered'),
    )
    .where('m.request', '=', request)
    .where('m.terms_slug', 'is not', null)
    .orderBy('m.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!newest) return undefined;
  const { answered, ...offer } = newest;
  return answered ? undefined : offer;
}
