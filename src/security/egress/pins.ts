import { EgressFailed } from './failure.ts';

/** How long an answer is trusted: long enough for a burst, too short to miss a moved server. */
const PIN_MS = 10_000;
const MOST_PINS = 4_096;

/** All addresses of a name; throws when there are none. */
export type Resolve = (host: string) => Promise<readonly string[]>;

interface Pin {
  addresses: Promise<readonly string[]>;
  askedAtMs: number;
}

/**
 * Remembers what names resolve to, so that the addresses that were checked are the ones that are
 * connected to. Senders who ask at once share one lookup; a failed lookup is not kept.
 *
 * @param monotonicMs a clock that never steps back
 */
export function createPins(resolve: Resolve, lookupMs: number, monotonicMs: () => number): Resolve {
  const pins = new Map<string, Pin>();

  return (host) => {
    const known = pins.get(host);
    const nowMs = monotonicMs();
    if (known !== undefined && nowMs - known.askedAtMs < PIN_MS) return known.addresses;
    const pin = { addresses: lookUp(resolve, host, lookupMs), askedAtMs: nowMs };
    pin.addresses.catch(() => pins.get(host) === pin && pins.delete(host));
    pins.delete(host);
    pins.set(host, pin);
    const oldest = pins.keys().next().value;
    if (pins.size > MOST_PINS && oldest !== undefined) pins.delete(oldest);
    return pin.addresses;
  };
}

async function lookUp(resolve: Resolve, host: string, lookupMs: number) {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    const late = new EgressFailed('connect', `The name ${host} was not resolved in time.`);
    timer = setTimeout(reject, lookupMs, late);
  });
  try {
    const addresses = await Promise.race([resolve(host), silence]);
    if (addresses.length > 0) return addresses;
    throw new EgressFailed('connect', `The name ${host} has no address.`);
  } catch (cause) {
    if (cause instanceof EgressFailed) throw cause;
    throw new EgressFailed('connect', `The name ${host} does not resolve.`, cause);
  } finally {
    clearTimeout(timer);
  }
}
