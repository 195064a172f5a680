import type { Destination } from '../../db/destinations.ts';

/**
 * What people call a destination: its channel, and the origin of its URL where it has one. Never
 * the whole URL, since paths are used as passwords.
 */
export function nameDestination({ channel, settings }: Pick<Destination, 'channel' | 'settings'>) {
  const { url } = settings;
  if (typeof url !== 'string' || !URL.canParse(url)) return `the ${channel} destination`;
  return `the ${channel} at ${new URL(url).host}`;
}
