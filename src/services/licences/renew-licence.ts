import type { Context } from '../../context.ts';
import { lockBounds } from '../../db/bounds.ts';
import { type Tx, transact } from '../../db/database.ts';
import { licenceOf } from '../../db/decided-rows.ts';
import { type LicenceRow, writeDecided } from '../../db/decisions.ts';
import { eventRow } from '../../db/events.ts';
import { passOn } from '../../db/licence-changes.ts';
import * as licences from '../../db/licences.ts';
import { tell } from '../../db/notices.ts';
import type { FactsRow } from '../../db/request-facts.ts';
import { type Followed, findFollowed, supersede } from '../../db/successions.ts';
import * as terms from '../../db/terms.ts';
import { beyondBounds } from '../../domain/bounds.ts';
import { DomainError, invalid } from '../../domain/errors.ts';
import type { Instant } from '../../domain/instant.ts';
import { renewUse } from '../../domain/renewal.ts';
import { readTerms } from '../../domain/terms-document.ts';
import { type GrantedUse, readUse } from '../../domain/use.ts';
import { articleKilled } from '../articles/failures.ts';
import { called } from '../requests/called.ts';
import { readStanding } from '../requests/standing.ts';
import { draftLicence } from './draft-licence.ts';
import { licenceEnded, notInForce, outletSuspended } from './failures.ts';
import { issuedEvent, issuedWord } from './issued.ts';
import { lockLicence } from './lock-licence.ts';
import { opensAt } from './opens-at.ts';
import { successorFacts } from './successor-facts.ts';
import { superseded } from './superseded.ts';

export interface RenewLicence {
  id: string;
  /** First instant that is too late, as everywhere. */
  until: Instant;
  reason: string | undefined;
}

/**
 * Lets another licence follow one that is in force, with a later end and otherwise the same. What
 * stands at the outlet stays; it is sent again, because its footer names the licence.
 *
 * Renewing once more until the same instant answers the licence that is there.
 *
 * @throws DomainError `licence-not-found`, `not-permitted`, `licence-ended`,
 *   `licence-not-in-force`, `article-killed`, `outlet-suspended`, `licence-unavailable` when
 *   another outlet has it to itself meanwhile, and `invalid-request` for the end
 */
export async function renewLicence(
  ctx: Context,
  input: RenewLicence,
): Promise<{ licence: licences.Licence; created: boolean }> {
  return transact(ctx.db, async (tx) => {
    const before = await lockLicence(tx, ctx, input.id);
    const known = await alreadyRenewed(tx, before, input.until);
    if (known) return { licence: known, created: false };
    if (before.state === 'suspended') throw notInForce(before.id);
    if (before.state !== 'active') throw licenceEnded(before);
    const licence = await follow(tx, ctx, before, input);
    return { licence: licenceOf(licence), created: true };
  });
}

async function alreadyRenewed(
  tx: Tx,
  { successor, end_reason }: licences.Licence,
  until: Instant,
): Promise<licences.Licence | undefined> {
  if (successor === null || end_reason !== 'renewed') return undefined;
  const next = await licences.find(tx, successor, null);
  return next?.until_at === wholeSecond(until) ? next : undefined;
}

/** Tokens tell time in whole seconds. */
function wholeSecond(instant: Instant): Instant {
  return Math.floor(instant / 1000) * 1000;
}

async function follow(
  tx: Tx,
  ctx: Context,
  before: licences.Licence,
  { until, reason }: RenewLicence,
): Promise<LicenceRow> {
  const { id } = before;
  const followed = await findFollowed(tx, id);
  const [facts] = await successorFacts(tx, [followed]);
  const [kept] = await terms.findVersions(tx, [followed]);
  if (!facts || !kept) throw new Error(`what licence ${id} rests on was not read`);
  if (!facts.feed && facts.state === 'killed') throw articleKilled(facts.article);
  if (facts.outletSuspended) throw outletSuspended();
  const use = await renewedUse(tx, ctx, { followed, facts, kept, until });
  const { request } = followed;
  const draft = { facts, use, terms: kept, request, prev: before, renewedAt: ctx.now() };
  const licence = await draftLicence(tx, ctx, draft);
  const succession = { id, successor: licence.id, reason: 'renewed' } as const;
  await supersede(tx, [succession]);
  await writeDecided(tx, {
    requests: [],
    licences: [licence],
    events: [issuedEvent(ctx, licence), eventRow(ctx, superseded(succession, reason))],
    outbox: [issuedWord(ctx, licence)],
  });
  await passOn(tx, [succession]);
  const { outlet, publication } = facts;
  await tell(tx, ctx, [
    {
      kind: 'licence-renewed',
      facts: { headline: called(facts), until: licence.until_at },
      ...{ outlet, publication, about: { kind: 'licence', id: licence.id } },
    },
  ]);
  return licence;
}

interface Renewed {
  followed: Followed;
  facts: FactsRow;
  kept: terms.TermsVersion;
  until: Instant;
}

async function renewedUse(
  tx: Tx,
  ctx: Context,
  { followed, facts, kept, until }: Renewed,
): Promise<GrantedUse> {
  const now = ctx.now();
  const offered = readTerms(JSON.parse(kept.document));
  const before = readUse(followed.use);
  const opens = opensAt(offered.window, facts, before.media) ?? now;
  const from = Math.max(now, followed.asked_from, opens);
  const use = renewUse(before, { from, until: wholeSecond(until) }, offered);
  if ('pointer' in use) throw invalid([use]);
  await lockBounds(tx, { ...facts, exclusivity: offered.exclusivity });
  const standing = await readStanding(tx, facts, { now, use, terms: offered });
  // The licence that is followed makes room for its successor.
  const reasons = beyondBounds(offered, { ...standing, live: standing.live - 1 });
  const detail = reasons.map(({ message }) => message).join(' ');
  if (detail) throw new DomainError('licence-unavailable', detail, { facts: { reasons } });
  return use;
}
