import type { Channel } from '../../src/channels/channel.ts';

/** Settings that lead each channel to a server of ours. A new channel adds one line here. */
export const SETTINGS: Record<string, (url: string) => object> = {
  webhook: (url) => ({ url: `${url}/hook` }),
};

/** As they are once they are saved: complete, with secrets of sevens. */
export function savedSettings(channel: Channel, url: string) {
  const given = channel.settings.parse(SETTINGS[channel.kind]?.(url));
  return channel.complete(given, (bytes) => Buffer.alloc(bytes, 7));
}
