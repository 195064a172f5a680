import { channels } from '../../channels/index.ts';
import type { Claim } from '../../db/placements/claim.ts';
import type { Seal } from '../../security/seal.ts';
import { openFormer, openSettings } from '../destinations/sealed-settings.ts';

/** Settings of one destination as its channel takes them, as the claims of one turn have them. */
export type SettingsInHand = (claim: Claim) => {
  settings: Record<string, unknown>;
  former: Record<string, string>;
};

/**
 * Opens the secrets of a destination once for as long as a turn goes on with them unchanged. They
 * are forgotten with the turn.
 */
export function settingsInHand(seal: Seal): SettingsInHand {
  let known = '';
  let opened: ReturnType<SettingsInHand>;
  return ({ destination, channel: kind, settings, former, changes }) => {
    const asked = `${destination} ${changes} ${former !== null}`;
    if (asked !== known) {
      const channel = channels.get(kind);
      if (!channel) throw new Error(`no channel is called ${kind}`);
      opened = {
        settings: openSettings(seal, channel, destination, settings),
        former: openFormer(seal, channel, destination, former),
      };
      known = asked;
    }
    return opened;
  };
}
