import type { Context } from '../../context.ts';
import { isCollision, lockBounds } from '../../db/bounds.ts';
import { type Db, transact } from '../../db/database.ts';
import { licenceOf, requestOf } from '../../db/decided-rows.ts';
import { writeDecided, writeOneDecided } from '../../db/decisions.ts';
import * as licences from '../../db/licences.ts';
import type { FactsRow } from '../../db/request-facts.ts';
import type { Request } from '../../db/requests.ts';
import { findSubject } from '../../db/subject-facts.ts';
import { DomainError } from '../../domain/errors.ts';
import type { AskedFeed } from '../../domain/feed.ts';
import { holdBounds } from '../../domain/policy.ts';
import type { AskedUse } from '../../domain/use.ts';
import { type DecidedRows, drawUp, drawUpCovered, writtenFor } from './draw-up.ts';
import { isBounded, type Ruling, rule } from './ruling.ts';
import { readStanding } from './standing.ts';
import { subjectNotFound } from './subject-not-found.ts';
import { tellWaiting } from './tell-about.ts';

/** What is asked for: one article, or a feed. */
export type Wanted =
  | { articleId: string; feed?: undefined }
  | { articleId?: undefined; feed: AskedFeed };

export type RequestReprint = Wanted & { use: AskedUse };

/**
 * Decides an outlet's request to reprint an article, or each of a feed, and issues the licence
 * where it is granted.
 *
 * Every well-formed request is kept with its decision, refused ones too. One that the outlet's own
 * licence covers is answered with that licence.
 *
 * @throws DomainError `article-not-found`, `publication-not-found` for a feed, and `not-permitted`
 *   for a caller that is no outlet
 */
export async function requestReprint(
  ctx: Context,
  input: RequestReprint,
): Promise<{ request: Request; licence: licences.Licence | null }> {
  const facts = await readFacts(ctx, ctx.db, input);
  const ruling = rule(ctx.now(), facts, input.use);
  const decided = isBounded(ruling, facts)
    ? await decideInTurn(ctx, facts, input, ruling)
    : await decideAtOnce(ctx, facts, input, ruling);
  for (const fault of decided.faults) {
    ctx.log.error({ publication: facts.publicationSlug, ...fault }, 'a policy is at fault');
  }
  return { request: requestOf(decided.request), licence: await licenceIn(ctx, decided) };
}

async function readFacts(ctx: Context, db: Db, wanted: Wanted): Promise<FactsRow> {
  const { outlet } = ctx.caller;
  if (outlet === null) {
    throw new DomainError('not-permitted', "Requests are made with an outlet's own key.");
  }
  const { articleId: article = null, feed = null } = wanted;
  const facts = await findSubject(db, { article, feed, outlet });
  if (!facts) throw subjectNotFound({ article, feed });
  return facts;
}

/** Nothing that others are granted meanwhile changes the answer, or else the database says so. */
async function decideAtOnce(
  ctx: Context,
  facts: FactsRow,
  input: RequestReprint,
  ruling: Ruling,
): Promise<DecidedRows> {
  const decided = await drawUpRuling(ctx.db, ctx, { facts, use: input.use, ruling });
  try {
    await write(ctx, ctx.db, facts, decided);
    return decided;
  } catch (error) {
    if (!isCollision(error)) throw error;
    if (ctx.db.isTransaction) throw takenMeanwhile();
    return decideInTurn(ctx, facts, input, ruling);
  }
}

/** What is counted or exclusive is looked at while nobody else can be granted what it hangs on. */
async function decideInTurn(
  ctx: Context,
  { outlet, publication, article }: FactsRow,
  input: RequestReprint,
  { terms: { exclusivity } }: Ruling,
): Promise<DecidedRows> {
  return transact(ctx.db, async (tx) => {
    await lockBounds(tx, { outlet, publication, article, exclusivity });
    const { use } = input;
    const facts = await readFacts(ctx, tx, input);
    const ruling = rule(ctx.now(), facts, use);
    const held = await hold(ctx, tx, facts, ruling);
    const decided = await drawUpRuling(tx, ctx, { facts, use, ruling: held });
    await write(ctx, tx, facts, decided);
    return decided;
  });
}

/** Who has to decide is told together with the request; that takes a transaction of two. */
async function write(ctx: Context, db: Db, facts: FactsRow, decided: DecidedRows): Promise<void> {
  const { request } = decided;
  const rows = writtenFor(ctx, decided);
  if (request.state !== 'pending') return void (await writeOneDecided(db, rows));
  await transact(db, async (tx) => {
    await writeDecided(tx, rows);
    await tellWaiting(ctx, tx, { request, facts, reasons: requestOf(request).reasons });
  });
}

async function hold(ctx: Context, tx: Db, facts: FactsRow, ruling: Ruling): Promise<Ruling> {
  const { decision, terms, covering, policy } = ruling;
  if (!decision.granted || covering !== null) return ruling;
  const standing = await readStanding(tx, facts, { now: ctx.now(), use: decision.granted, terms });
  return { ...ruling, decision: holdBounds(decision, policy?.quota, terms, standing) };
}

function drawUpRuling(
  db: Db,
  ctx: Context,
  { facts, use, ruling }: { facts: FactsRow; use: AskedUse; ruling: Ruling },
): Promise<DecidedRows> | DecidedRows {
  const { decision, covering } = ruling;
  return covering === null
    ? drawUp(db, ctx, { facts, use, decision })
    : drawUpCovered(ctx, facts, use, { decision, covering });
}

async function licenceIn(ctx: Context, { request, licence }: DecidedRows) {
  if (licence) return licenceOf(licence);
  if (request.licence === null) return null;
  return (await licences.find(ctx.db, request.licence, request.outlet)) ?? null;
}

function takenMeanwhile(): DomainError {
  return new DomainError(
    'unavailable',
    'Another outlet was granted this article at the same moment. Send the request again.',
    { retryAfterMs: 1_000 },
  );
}
