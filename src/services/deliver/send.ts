import { createHash } from 'node:crypto';
import type { WantedState } from '../../channels/channel.ts';
import { channels } from '../../channels/index.ts';
import type { Claim } from '../../db/placements/claim.ts';
import { formatInstant } from '../../domain/instant.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { openFormer, openSettings } from '../destinations/sealed-settings.ts';
import type { Desk } from './desk.ts';
import { namedLicence } from './named-licence.ts';
import { type Rendered, render, shapeOf } from './render.ts';
import type { Text } from './texts.ts';

export interface Sent {
  outcome: Outcome;
  /** SHA-256 of the text that was sent. */
  contentHash: string | null;
}

/** Brings one claimed placement up to date, as far as the outlet lets us. Never throws. */
export async function send(desk: Desk, claim: Claim): Promise<Sent> {
  try {
    return await trySend(desk, claim);
  } catch (error) {
    desk.ctx.log.error({ err: error, placement: claim.id }, 'a delivery failed here');
    const message = 'The delivery failed in this service; it is tried again.';
    return { outcome: { class: 'ours', code: 'internal', message }, contentHash: null };
  }
}

async function trySend(desk: Desk, claim: Claim): Promise<Sent> {
  const { ctx, texts } = desk;
  const channel = channels.get(claim.channel);
  if (!channel) throw new Error(`no channel is called ${claim.channel}`);
  const text = await texts.get(claim.article, claim.version, claim.latest);
  const content = claim.operation === 'upsert' ? await renderFor(desk, claim, text) : null;
  const settings = openSettings(ctx.seal, channel, claim.destination, claim.settings);
  const former = openFormer(ctx.seal, channel, claim.destination, claim.former);
  const io = { egress: ctx.egress, now: ctx.now, former };
  const outcome = await channel.deliver(stateOf(claim, text, content), settings, io);
  return { outcome, contentHash: content && sha256(content.text) };
}

async function renderFor({ ctx, terms }: Desk, claim: Claim, text: Text): Promise<Rendered> {
  const { publicUrl } = ctx.config;
  const under = await terms.get(claim.termsSlug, claim.termsVersion);
  return render(text, claim.format, {
    footer: claim.footer,
    shape: shapeOf(under, claim.use.images),
    notBefore: claim.notBefore,
    licence: namedLicence(publicUrl, { ...claim, id: claim.licence }, under),
  });
}

function stateOf(claim: Claim, text: Text, content: Rendered | null): WantedState {
  return {
    placement: claim.id,
    seq: claim.seq,
    operation: claim.operation,
    ...(claim.reason && { reason: claim.reason }),
    article: {
      id: text.article,
      version: text.version,
      headline: text.headline,
      canonicalUrl: text.canonicalUrl,
      publishedAt: formatInstant(text.publishedAt),
      language: text.language,
      publication: text.publication.slug,
    },
    licence: { id: claim.licence, token: claim.licenceToken },
    ...(content && claim.notBefore !== null && { notBefore: formatInstant(claim.notBefore) }),
    footer: { text: claim.footer },
    ...(content && { content }),
    remoteRef: claim.remoteRef,
  };
}

/** Of UTF-8, in hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
