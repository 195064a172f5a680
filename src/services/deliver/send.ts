import { createHash } from 'node:crypto';
import type { WantedState } from '../../channels/channel.ts';
import { channels } from '../../channels/index.ts';
import { PULL } from '../../db/destinations.ts';
import type { Claim } from '../../db/placements/claim.ts';
import { mayStillSend } from '../../db/placements/recheck.ts';
import { formatInstant } from '../../domain/instant.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { withdrawalNotice } from '../../formats/withdrawal-notice.ts';
import type { Desk } from './desk.ts';
import { footerOf } from './footer-of.ts';
import { namedLicence } from './named-licence.ts';
import type { Patience } from './patience.ts';
import { type Rendered, render, shapeOf } from './render.ts';
import type { SettingsInHand } from './settings-in-hand.ts';
import { tellPull } from './tell-pull.ts';
import type { Text } from './texts.ts';
import { wantedArticle } from './wanted-article.ts';

export interface Sent {
  outcome: Outcome;
  /** SHA-256 of the text that was sent. */
  contentHash: string | null;
}

/** A try, with what of it decides what follows. */
export interface Try extends Sent {
  /** SHA-256 of the footer under the text that was sent. */
  footerHash: string | null;
  /** Whether the receiver ignores what is not newer than what it has. */
  followsSeq: boolean;
}

/** What the sends of one turn share. */
export interface Turn {
  patience: Patience;
  settingsOf: SettingsInHand;
}

/**
 * Brings one claimed placement up to date, as far as the outlet lets us. Never throws.
 *
 * @returns null when it may not be sent any more and nothing has left
 */
export async function send(desk: Desk, claim: Claim, turn: Turn): Promise<Try | null> {
  try {
    if (claim.channel === PULL) return asTry(await tellPull(desk, claim));
    return await desk.inFlight.run(claim, (signal) => trySend(desk, claim, turn, signal));
  } catch (error) {
    desk.ctx.log.error({ err: error, placement: claim.id }, 'a delivery failed here');
    const message = 'The delivery failed in this service; it is tried again.';
    return asTry({ outcome: { class: 'ours', code: 'internal', message }, contentHash: null });
  }
}

function asTry(sent: Sent): Try {
  return { ...sent, footerHash: null, followsSeq: true };
}

async function trySend(
  desk: Desk,
  claim: Claim,
  { patience, settingsOf }: Turn,
  signal: AbortSignal,
): Promise<Try | null> {
  const { ctx } = desk;
  const channel = channels.get(claim.channel);
  if (!channel) throw new Error(`no channel is called ${claim.channel}`);
  const parcel = await pack(desk, claim);
  const { settings, former } = settingsOf(claim);
  // Between this answer and the first byte nothing waits; a kill meanwhile aborts the signal.
  if (!(await mayStillSend(ctx.db, claim)) || signal.aborted) return null;
  const io = { egress: ctx.egress, now: ctx.now, former, signal };
  const outcome = await patience.during(channel.deliver(parcel.state, settings, io));
  const { contentHash, footerHash } = parcel;
  const followsSeq = channel.followsSeq(settings);
  return { outcome: outcomeOf(claim, outcome), contentHash, footerHash, followsSeq };
}

/**
 * What has gone need not be taken back again. (A 404 says less: it may be the endpoint that is not
 * there, and the text stands.)
 */
function outcomeOf({ operation }: Claim, outcome: Outcome): Outcome {
  if (operation !== 'withdraw' || outcome.class !== 'gone') return outcome;
  return { ...outcome, class: 'placed', message: 'The outlet says that it is gone.' };
}

/** What leaves, and what the record keeps of it. */
async function pack(desk: Desk, claim: Claim) {
  const text = await desk.texts.get(claim.article, claim.version, claim.latest);
  const footer = footerOf(desk.ctx, claim, text);
  if (claim.operation === 'withdraw') {
    return { state: stateOf(claim, text, footer, null), contentHash: null, footerHash: null };
  }
  const content = await renderFor(desk, claim, text, footer);
  const state = stateOf(claim, text, footer, content);
  return { state, contentHash: sha256(content.text), footerHash: sha256(footer) };
}

async function renderFor(desk: Desk, claim: Claim, text: Text, footer: string): Promise<Rendered> {
  const { publicUrl } = desk.ctx.config;
  const under = await desk.terms.get(claim.termsSlug, claim.termsVersion);
  return render(text, claim.format, {
    footer,
    shape: shapeOf(under, claim.use.images),
    notBefore: claim.notBefore,
    licence: namedLicence(publicUrl, { ...claim, id: claim.licence }, under),
  });
}

function stateOf(claim: Claim, text: Text, footer: string, content: Rendered | null): WantedState {
  return {
    placement: claim.id,
    seq: claim.seq,
    operation: claim.operation,
    ...(claim.reason && { reason: claim.reason }),
    ...noticeOf(claim, text),
    article: wantedArticle(text),
    licence: { id: claim.licence, token: claim.licenceToken },
    ...(content && claim.notBefore !== null && { notBefore: formatInstant(claim.notBefore) }),
    footer: { text: footer },
    ...(content && { content }),
    remoteRef: claim.remoteRef,
  };
}

/** What readers may be shown in place of a story that its publication has taken back. */
function noticeOf({ id: placement, reason }: Claim, { publication, language }: Text) {
  if (reason !== 'killed' && reason !== 'withheld') return {};
  const about = { why: reason, publication: publication.name, language, placement };
  return { notice: withdrawalNotice(about) };
}

/** Of UTF-8, in hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
