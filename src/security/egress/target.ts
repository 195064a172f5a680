import { isIP } from 'node:net';
import type { AddressClass } from './address-class.ts';
import { type EgressRefusal, REFUSALS } from './refusal.ts';

/** Where a URL leads, as the WHATWG parser reads it: the one every later step goes by. */
export interface Target {
  /** Scheme, host and port. */
  origin: string;
  /** A name, or an IP address in its canonical spelling without brackets. */
  host: string;
  hostIsAddress: boolean;
  /** Path and query. */
  path: string;
  isHttps: boolean;
  /** The scheme's own port. */
  isUsualPort: boolean;
}

/** The parser would drop these or trim them: what is saved and what is meant should not differ. */
const INVISIBLE = /[\p{Cc}\s]/u;

/** Reads a URL. Every spelling of an IP address (octal, hex, short, full-width …) ends as one. */
export function readTarget(text: string): Target | EgressRefusal {
  if (INVISIBLE.test(text) || !URL.canParse(text)) return REFUSALS['url-malformed'];
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return REFUSALS['scheme-not-allowed'];
  if (url.username !== '' || url.password !== '') return REFUSALS['userinfo-not-allowed'];
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return {
    origin: url.origin,
    host,
    hostIsAddress: isIP(host) !== 0,
    path: url.pathname + url.search,
    isHttps: url.protocol === 'https:',
    isUsualPort: url.port === '',
  };
}

/** What is wrong with the way to a target outside the allow list, wherever its name leads. */
export function refuseWay(target: Target): EgressRefusal | null {
  if (!target.isHttps) return REFUSALS['scheme-not-allowed'];
  return target.isUsualPort ? null : REFUSALS['port-not-allowed'];
}

/** Decides by every address a target has: one forbidden answer condemns the name. */
export function refuseTarget(
  target: Target,
  classes: readonly AddressClass[],
): EgressRefusal | null {
  if (classes.length === 0 || classes.includes('forbidden')) return REFUSALS['address-not-allowed'];
  return classes.every((each) => each === 'listed') ? null : refuseWay(target);
}
