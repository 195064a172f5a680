import type { Format } from '../../src/formats/format.ts';
import type { Licensed } from './samples.ts';

/** A story in a format, for one licence. */
export function print({ compose }: Format, licensed: Licensed): string {
  return compose(licensed)(licensed);
}
