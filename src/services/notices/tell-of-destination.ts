import type { Context } from '../../context.ts';
import type { Db } from '../../db/database.ts';
import type { Destination } from '../../db/destinations.ts';
import { type Notice, tell } from '../../db/notices.ts';
import * as outlets from '../../db/outlets.ts';
import type { DestinationNoticeFacts } from '../../domain/notices/destination-notices.ts';
import { nameDestination } from '../destinations/name-destination.ts';
import { tellHouse } from './tell-house.ts';

/** What a notice says beside whose destination it is, and which. */
type Rest<Kind extends keyof DestinationNoticeFacts> = Omit<
  DestinationNoticeFacts[Kind],
  'outlet' | 'where'
>;

/** Tells an outlet's people and the house what has become of a destination, within the change. */
export async function tellOfDestination<Kind extends keyof DestinationNoticeFacts>(
  tx: Db,
  ctx: Context,
  destination: Pick<Destination, 'id' | 'outlet' | 'channel' | 'settings'>,
  kind: Kind,
  rest: Rest<Kind>,
): Promise<void> {
  const { id, outlet } = destination;
  const name = (await outlets.find(tx, outlet))?.name ?? 'an outlet';
  const facts = { outlet: name, where: nameDestination(destination), ...rest };
  const about = { kind: 'destination', id };
  // The kind and its facts belong together by the signature, which a union cannot say.
  await tell(tx, ctx, [{ kind, facts, about, outlet, publication: null } as unknown as Notice]);
  await tellHouse(tx, ctx, { outlet }, { kind, facts: facts as never, about });
}
