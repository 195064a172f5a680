import type { Channel } from './channel.ts';
import { webhook } from './webhook.ts';

const all: readonly Channel[] = [webhook];

/** Every way to reach an outlet, by the kind that a destination names. */
export const channels: ReadonlyMap<string, Channel> = new Map(all.map((each) => [each.kind, each]));

export type { Channel, ChannelIo, WantedState } from './channel.ts';
export type { FormerCopy, Sighting } from './sighting.ts';
