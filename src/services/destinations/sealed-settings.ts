import type { Channel } from '../../channels/channel.ts';
import { channels } from '../../channels/index.ts';
import { MASK } from '../../security/mask-known.ts';
import type { Seal } from '../../security/seal.ts';

type Settings = Record<string, unknown>;

/**
 * Settings as they are stored: each secret sealed to its destination and name, so that a sealed
 * value moved to another row does not open.
 */
export function sealSettings(
  seal: Seal,
  channel: Channel,
  destination: string,
  settings: Settings,
): Settings {
  return mapSecrets(channel, settings, (value, name) => seal.seal(value, place(destination, name)));
}

/** Settings as a channel takes them. */
export function openSettings(
  seal: Seal,
  channel: Channel,
  destination: string,
  stored: Settings,
): Settings {
  return mapSecrets(channel, stored, (value, name) => seal.open(value, place(destination, name)));
}

/** Secrets that hold beside their successors, as a channel takes them. */
export function openFormer(
  seal: Seal,
  channel: Channel,
  destination: string,
  former: Settings | null,
): Record<string, string> {
  const opened = Object.entries(openSettings(seal, channel, destination, former ?? {}));
  return Object.fromEntries(opened.map(([name, secret]) => [name, String(secret)]));
}

/** Settings as they are shown. */
export function maskSettings(channel: Channel, stored: Settings): Settings {
  return mapSecrets(channel, stored, () => MASK);
}

/** Settings of any destination as they are shown; one that no channel serves has no secrets. */
export function shownSettings(row: { channel: string; settings: Settings }): Settings {
  const channel = channels.get(row.channel);
  return channel ? maskSettings(channel, row.settings) : row.settings;
}

function place(destination: string, name: string): string {
  return `destination:${destination}:${name}`;
}

function mapSecrets(
  channel: Channel,
  settings: Settings,
  change: (value: string, name: string) => string,
): Settings {
  const secret = new Set(channel.secrets);
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [
      name,
      secret.has(name) && typeof value === 'string' ? change(value, name) : value,
    ]),
  );
}
