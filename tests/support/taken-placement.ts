import { insertLink } from '../../src/db/confirm-links.ts';
import { transact } from '../../src/db/database.ts';
import { hashLinkToken } from '../../src/security/link-token.ts';
import { takeItself } from '../../src/services/placements/take-itself.ts';
import { askForLicence, type Outlet, type Page, type Placement, publish } from './seed.ts';
import type { ServedApp } from './served-app.ts';

/** The placement of a text that an outlet took itself. */
export async function takenPlacement(app: ServedApp, outlet: Outlet): Promise<string> {
  const article = await publish(app.admin);
  const { id: licence } = await askForLicence(outlet.api, article);
  const text = { outlet: outlet.id, article, licence, version: 1 };
  await transact(app.ctx.db, (tx) => takeItself(tx, app.ctx, text));
  const path = `/v1/placements?article=${article}`;
  const { items } = (await outlet.api.get<Page<Placement>>(path)).body;
  if (!items[0]) throw new Error('the outlet took a text');
  return items[0].id;
}

/** What the link of a mail on such a text carries. */
export async function linkToken(app: ServedApp, outlet: Outlet): Promise<string> {
  const token = app.ctx.linkToken(app.ctx.newId());
  const state = { seq: 1, version: 1, operation: 'upsert' } as const;
  const placement = await takenPlacement(app, outlet);
  await insertLink(app.ctx.db, { ...state, placement, hash: hashLinkToken(token) });
  return token;
}
