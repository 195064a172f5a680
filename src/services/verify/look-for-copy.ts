import { channels, type Sighting } from '../../channels/index.ts';
import type { Context } from '../../context.ts';
import type { Look } from '../../db/placements/look.ts';
import { type TakenBack, withdrawalSentence } from '../../domain/withdrawal-notice.ts';
import { openSettings } from '../destinations/sealed-settings.ts';
import { paragraphsOf } from './paragraphs.ts';

/** Looks where a copy stood. A fault of ours is unclear too, and is looked at again. */
export async function lookForCopy(ctx: Context, look: Look): Promise<Sighting> {
  const ref = look.remoteRef ?? '';
  if (!/^https?:/i.test(ref) || !URL.canParse(ref)) return unclear('no-address', NO_ADDRESS);
  const url = new URL(ref);
  if (!look.origins.includes(url.origin)) return unclear('outside-origins', OUTSIDE);
  try {
    return await lookAt(ctx, look, url.href);
  } catch (error) {
    ctx.log.error({ err: error, placement: look.id }, 'a copy could not be looked for here');
    return unclear('internal', 'The look failed in this service; it is tried again.');
  }
}

const NO_ADDRESS = 'The outlet has named no page on which the text runs.';
const OUTSIDE = "The page lies outside the outlet's origins, and is not looked at.";

async function lookAt(ctx: Context, look: Look, url: string): Promise<Sighting> {
  const channel = channels.get(look.channel);
  if (!channel) throw new Error(`no channel is called ${look.channel}`);
  const why: TakenBack = look.reason === 'withheld' ? 'withheld' : 'killed';
  const copy = {
    placement: look.id,
    url,
    notice: withdrawalSentence(why, look.publication, look.language),
    paragraphs: await paragraphsOf(ctx, look.article, look.version),
  };
  const settings = openSettings(ctx.seal, channel, look.destination, look.settings);
  return channel.verify(copy, settings, { egress: ctx.egress, now: ctx.now });
}

function unclear(code: string, message: string): Sighting {
  return { kind: 'unclear', code, message };
}
