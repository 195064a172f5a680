import type { Context } from '../context.ts';
import { type Tx, transact } from '../db/database.ts';
import * as destinations from '../db/destinations.ts';
import * as events from '../db/events.ts';
import * as outlets from '../db/outlets.ts';
import { DomainError } from '../domain/errors.ts';
import { permitWholeHouse } from './permit.ts';

/** Adds a partner organisation. @throws DomainError `not-permitted` */
export async function createOutlet(
  ctx: Context,
  facts: outlets.OutletFacts,
): Promise<outlets.Outlet> {
  permitWholeHouse(ctx.caller);
  return transact(ctx.db, async (tx) => {
    const outlet = await outlets.insert(tx, ctx.newId(), facts);
    await events.record(tx, ctx, {
      type: 'outlet.created',
      subject: { kind: 'outlet', id: outlet.id },
      after: facts,
    });
    await addPull(tx, ctx, outlet.id);
    return outlet;
  });
}

/** Where the text stands that the outlet takes itself: every outlet has it, and nobody changes it. */
async function addPull(tx: Tx, ctx: Context, outlet: string): Promise<void> {
  const { id, state, settings } = await destinations.insert(tx, {
    id: ctx.newId(),
    outlet,
    channel: destinations.PULL,
    format: 'html',
    settings: {},
  });
  await events.record(tx, ctx, {
    type: 'destination.created',
    subject: { kind: 'destination', id },
    after: { outlet, channel: destinations.PULL, state, settings },
  });
}

/**
 * Changes what is known of an outlet; fields that are absent stay.
 *
 * Licences keep the origins that they were issued with.
 *
 * @throws DomainError `outlet-not-found`, `not-permitted`
 */
export async function changeOutlet(
  ctx: Context,
  id: string,
  change: { [Field in keyof outlets.OutletFacts]?: outlets.OutletFacts[Field] | undefined },
): Promise<outlets.Outlet> {
  permitWholeHouse(ctx.caller);
  return transact(ctx.db, async (tx) => {
    const row = await outlets.lock(tx, id);
    if (!row) throw outletNotFound(id);
    const before = factsOf(row);
    const after = { ...before, ...definedOf(change) };
    const outlet = await outlets.update(tx, id, ctx.now(), after);
    const subject = { kind: 'outlet', id };
    await events.record(tx, ctx, { type: 'outlet.changed', subject, before, after });
    return outlet;
  });
}

/**
 * The outlet, if the caller may touch what is its own.
 *
 * @throws DomainError `outlet-not-found`, also for another outlet's id
 */
export async function ownOutlet(ctx: Context, id: string): Promise<outlets.Outlet> {
  const { outlet } = ctx.caller;
  const row = outlet === null || outlet === id ? await outlets.find(ctx.db, id) : undefined;
  if (!row) throw outletNotFound(id);
  return row;
}

/** A page of outlets, newest first. */
export function listOutlets(ctx: Context, page: { after?: string | undefined; limit: number }) {
  return outlets.list(ctx.db, page);
}

function factsOf({ name, origins, country, class: kind, tags, contacts }: outlets.Outlet) {
  return { name, origins, country, class: kind, tags, contacts };
}

function definedOf<Fields extends object>(fields: Fields) {
  type Defined = { [Name in keyof Fields]: Exclude<Fields[Name], undefined> };
  const defined = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(defined) as Partial<Defined>;
}

export function outletNotFound(id: string): DomainError {
  return new DomainError('outlet-not-found', `No outlet has the id ${id}.`);
}
