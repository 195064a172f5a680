import { decodeJwt } from 'jose';
import type { Context } from '../../context.ts';
import { type Tx, transact } from '../../db/database.ts';
import * as events from '../../db/events.ts';
import * as licences from '../../db/licences.ts';
import {
  findReportable,
  keepAddress,
  meetReport,
  type Reportable,
} from '../../db/placements/reportable.ts';
import { findReceipt, findSame, type Receipt, type Said } from '../../db/receipts.ts';
import type { LicenceClaims } from '../../domain/claims.ts';
import { invalid } from '../../domain/errors.ts';
import type { Instant } from '../../domain/instant.ts';
import { licenceNotFound } from '../licences/read-licences.ts';
import { confirm } from '../placements/confirm-placement.ts';
import { reportedPlacement, reportedVersion } from './reported-placement.ts';
import { tellStanding } from './tell-standing.ts';

/** An outlet's word that a text is published. */
export interface ReceiptInput {
  licence: string;
  /** Which article; a feed licence needs it unless the placement is named. */
  articleId: string | undefined;
  placement: string | undefined;
  url: string;
  /** Absent: the one that was sent last. */
  version: number | undefined;
  publishedAt: Instant | undefined;
}

export interface TakenReceipt {
  receipt: Receipt;
  /** Whether just this was said before; nothing was kept again. */
  isRepeated: boolean;
  /** Whether it is the state that is wanted there. */
  confirmed: boolean;
  notices: { code: string; message: string }[];
}

/**
 * Keeps an outlet's word that a text runs at a page of its own. Where that is what is wanted there,
 * the placement is confirmed; the word on an older version confirms nothing. A story that had to go
 * is then known to stand: its people and the house are told, and the page is looked at.
 *
 * @throws DomainError `licence-not-found`, also for another outlet's; `nothing-sent`;
 *   `invalid-request` for a page outside the licence's origins, a version that was never sent, or an
 *   article or placement that has to be named
 */
export async function takeReceipt(ctx: Context, input: ReceiptInput): Promise<TakenReceipt> {
  return transact(ctx.db, async (tx) => {
    const licence = await licences.find(tx, input.licence, ctx.caller.outlet);
    if (!licence) throw licenceNotFound(input.licence);
    checkOrigin(licence, input.url);
    const placement = await findReported(tx, licence, input);
    const { version, seq } = reportedVersion(placement, input.version);
    const { url, publishedAt = null } = input;
    const said = { placement: placement.id, seq, version, url, publishedAt };
    const earlier = await findSame(tx, said);
    const kept = earlier
      ? { receipt: earlier, confirmed: isWanted(placement, said) }
      : await keep(tx, ctx, placement, said);
    return { ...kept, isRepeated: earlier !== undefined, notices: noticesOf(placement, said) };
  });
}

async function keep(tx: Tx, ctx: Context, placement: Reportable, said: Said) {
  const word = { ...said, by: 'receipt', operation: 'upsert' } as const;
  const { receipt: id, confirmed } = await confirm(tx, ctx, word);
  if (id === null) throw new Error('a receipt is kept of every word');
  const receipt = await findReceipt(tx, id);
  await events.record(tx, ctx, eventOf(receipt));
  await meetReport(tx, placement.id);
  if (placement.operation === 'withdraw') await tellStanding(tx, ctx, placement, receipt);
  else if (!confirmed) await keepAddress(tx, placement.id, said.url);
  return { receipt, confirmed };
}

function eventOf({ id, outlet, article, licence, ...receipt }: Receipt): events.Event {
  const { placement, seq, version, url, published_at: publishedAt } = receipt;
  return {
    type: 'receipt.received',
    subject: { kind: 'receipt', id },
    after: { outlet, article, licence, placement, seq, version, url, publishedAt },
  };
}

/** The origins are those of the licence as it was signed, not what the outlet has today. */
function checkOrigin({ token }: licences.Licence, url: string): void {
  const { aud } = decodeJwt<LicenceClaims>(token);
  const origins = [aud].flat();
  if (origins.includes(new URL(url).origin)) return;
  throw invalid([
    {
      pointer: '#/url',
      code: 'outside-origins',
      detail: `The licence is for ${origins.join(', ')}. Give the address of the page there.`,
    },
  ]);
}

async function findReported(
  tx: Tx,
  licence: licences.Licence,
  { articleId, placement, url }: ReceiptInput,
): Promise<Reportable> {
  const article = licence.article ?? articleId ?? null;
  if (articleId !== undefined && articleId !== article) throw invalid([otherArticle()]);
  const sent = await findReportable(tx, { ...licence, article, placement: placement ?? null });
  if (article === null && placement === undefined) throw invalid([whichArticle()]);
  return reportedPlacement(sent, { placement, url });
}

function isWanted({ operation, ...wanted }: Reportable, { seq, version }: Said): boolean {
  return operation === 'upsert' && seq === wanted.seq && version === wanted.version;
}

/** What the outlet should know at once of what it reports. */
function noticesOf({ operation, reason, ...wanted }: Reportable, { version }: Said) {
  if (operation === 'withdraw') {
    const message = `This text was taken back (${reason ?? 'withdrawn'}). Take the copy down.`;
    return [{ code: 'take-down', message }];
  }
  if (version === wanted.version) return [];
  const message = `Version ${wanted.version} is wanted there, and is sent to you; this was version ${version}.`;
  return [{ code: 'newer-version', message }];
}

const otherArticle = () => ({
  pointer: '#/articleId',
  code: 'other-article',
  detail: 'The licence is for another article. Leave this out, or name the licence of this one.',
});

const whichArticle = () => ({
  pointer: '#/articleId',
  code: 'required',
  detail: 'The licence is for a feed: say which of its articles this is.',
});
