import { formatInstant } from '../../domain/instant.ts';
import type { AskedUse } from '../../domain/use.ts';

/** An asked use as it is kept and shown: instants in RFC 3339, only what was said. */
export function writeAsked({ from, until, languages, ...use }: AskedUse) {
  return {
    ...use,
    ...(languages && { languages }),
    ...(from !== undefined && { from: formatInstant(from) }),
    until: formatInstant(until),
  };
}

/** Reads back an asked use as it was kept. */
export function readAsked(kept: unknown): AskedUse {
  const use = kept as Omit<AskedUse, 'from' | 'until'> & { from?: string; until: string };
  const from = use.from === undefined ? undefined : Date.parse(use.from);
  return { ...use, from, until: Date.parse(use.until) };
}
