import { eastAsian } from './east-asian.ts';
import { englishHtml } from './english-html.ts';
import { englishWire } from './english-wire.ts';
import { german } from './german.ts';
import { hungarian } from './hungarian.ts';
import { rightToLeft } from './right-to-left.ts';
import type { Sample } from './sample.ts';
import { shaped } from './shaped.ts';

/** Articles of our own writing, with every custom of the wire and every habit of a site. */
export const samples: readonly Sample[] = [
  ...englishWire,
  ...englishHtml,
  ...german,
  ...hungarian,
  ...rightToLeft,
  ...eastAsian,
  ...shaped,
];
