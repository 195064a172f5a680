import { magazineReprint } from './magazine-reprint.ts';
import { nonProfitNewsroom } from './non-profit-newsroom.ts';
import type { Preset } from './preset.ts';
import { publicLicence } from './public-licence.ts';
import { wireSubscriber } from './wire-subscriber.ts';

/** Every preset. A new one is a file and a line here. */
export const presets: readonly Preset[] = [
  nonProfitNewsroom,
  wireSubscriber,
  magazineReprint,
  publicLicence,
];
