import type { Context } from '../../context.ts';
import { transact } from '../../db/database.ts';
import { type LicenceRow, writeDecided } from '../../db/decisions.ts';
import { type Event, eventRow } from '../../db/events.ts';
import { revoke } from '../../db/licence-endings.ts';
import { type FactsRow, findAllFacts } from '../../db/request-facts.ts';
import { findOvertaken, lockActive, type Overtaken, supersede } from '../../db/successions.ts';
import * as terms from '../../db/terms.ts';
import { opening } from '../../domain/opening.ts';
import { readTerms } from '../../domain/terms-document.ts';
import { readUse } from '../../domain/use.ts';
import { isEmptyInterval } from '../../domain/use-interval.ts';
import { draftLicence } from '../licences/draft-licence.ts';
import { issuedEvent } from '../licences/issued.ts';

const BATCH = 500;

/**
 * Issues successors for the licences that a correction has overtaken: same terms and use, new
 * version. Until its successor stands, the old licence stays active.
 *
 * One that cannot be drafted, which is a bug, is told and left: it must not keep all others, and
 * every other change that the relay has in hand, waiting. The sweep has it tried again.
 */
export async function succeedLicences(ctx: Context, articles: readonly string[]): Promise<void> {
  let after: Overtaken | undefined;
  do {
    const found = await findOvertaken(ctx.db, articles, { after, limit: BATCH });
    if (found.length > 0) await succeedBatch(ctx, found);
    after = found.length === BATCH ? found.at(-1) : undefined;
  } while (after);
}

async function succeedBatch(ctx: Context, overtaken: readonly Overtaken[]): Promise<void> {
  const drafts = await draftSuccessors(ctx, overtaken);
  await transact(ctx.db, async (tx) => {
    const held = await lockActive(
      tx,
      overtaken.map((one) => one.id),
    );
    const successors = drafts.issued.filter(({ prev }) => prev !== null && held.has(prev));
    const ended = drafts.pointless.filter(({ id }) => held.has(id));
    const pairs = successors.map(({ id, prev }) => ({ id: prev ?? '', successor: id }));
    await supersede(tx, pairs);
    for (const { id } of ended) await revoke(tx, id, { at: ctx.now(), reason: NO_TIME });
    await writeDecided(tx, {
      requests: [],
      licences: successors,
      events: [
        ...successors.map((licence) => issuedEvent(ctx, licence)),
        ...pairs.map((pair) => eventRow(ctx, superseded(pair))),
        ...ended.map(({ id }) => eventRow(ctx, revoked(id))),
      ],
      outbox: [],
    });
  });
}

const NO_TIME = 'embargo-past-end';

/** Signs outside the transaction. A licence that ends before a moved embargo has no successor. */
async function draftSuccessors(ctx: Context, overtaken: readonly Overtaken[]) {
  const facts = await findAllFacts(ctx.db, overtaken);
  const versions = await terms.findVersions(ctx.db, overtaken);
  const issued: LicenceRow[] = [];
  const pointless: Overtaken[] = [];
  for (const [i, one] of overtaken.entries()) {
    try {
      const draft = draftSuccessor(ctx, one, facts[i], versions);
      if (draft) issued.push(draft);
      else pointless.push(one);
    } catch (error) {
      ctx.log.error({ err: error, licence: one.id }, 'a successor could not be drafted');
    }
  }
  return { issued, pointless };
}

function draftSuccessor(
  ctx: Context,
  one: Overtaken,
  facts: FactsRow | undefined,
  versions: readonly terms.TermsVersion[],
): LicenceRow | undefined {
  const kept = versions.find((v) => v.slug === one.terms_slug && v.version === one.terms_version);
  if (!facts || !kept) throw new Error(`what licence ${one.id} rests on was not read`);
  const { window } = readTerms(JSON.parse(kept.document));
  // The licence's own beginning may be an embargo that has moved since, to earlier too.
  const opens = opening(window, facts, one.use.media) ?? 0;
  const from = Math.max(one.asked_from, opens, facts.embargoUntil ?? 0);
  const use = { ...readUse(one.use), from };
  if (isEmptyInterval(use.from, use.until)) return undefined;
  return draftLicence(ctx, { facts, use, terms: kept, request: one.request, prev: one });
}

function superseded({ id, successor }: { id: string; successor: string }): Event {
  return {
    type: 'licence.superseded',
    subject: { kind: 'licence', id },
    before: { state: 'active' },
    after: { state: 'superseded', successor },
  };
}

function revoked(id: string): Event {
  return {
    type: 'licence.revoked',
    subject: { kind: 'licence', id },
    before: { state: 'active' },
    after: { state: 'revoked', reason: NO_TIME },
  };
}
