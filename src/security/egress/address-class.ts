import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/**
 * - `listed`    inside one of the operator's CIDRs
 * - `public`    global unicast, as far as the registries of special-purpose addresses know
 * - `forbidden` everything else
 */
export type AddressClass = 'listed' | 'public' | 'forbidden';

const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Sorts the spelling of an address that the socket layer would understand.
 *
 * The allow list is strict, so a range that someone registers tomorrow is forbidden until the
 * package knows it. An IPv4 address inside an IPv6 one (mapped, NAT64, 6to4, Teredo) is forbidden
 * whatever it holds: who may be reached by IPv4 is reached by IPv4. Sources: the IANA registries
 * of special-purpose addresses (RFC 6890) and RFC 4291 section 2.4.
 */
export function addressClasses(allow: readonly string[]): (address: string) => AddressClass {
  const listed = allow.map((cidr) => ipaddr.parseCIDR(cidr));
  return (text) => {
    if (isIP(text) === 0) return 'forbidden';
    const address = ipaddr.parse(text);
    if (listed.some((cidr) => cidr[0].kind() === address.kind() && address.match(cidr))) {
      return 'listed';
    }
    return isGlobalUnicast(address) ? 'public' : 'forbidden';
  };
}

function isGlobalUnicast(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  if (address.range() !== 'unicast') return false;
  return address.kind() === 'ipv4' || address.match(GLOBAL_UNICAST);
}

/** Whether two spellings name one address. */
export function isSameAddress(a: string, b: string): boolean {
  return isIP(a) !== 0 && isIP(b) !== 0 && `${ipaddr.process(a)}` === `${ipaddr.process(b)}`;
}
