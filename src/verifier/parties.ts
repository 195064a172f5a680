import { type Refusal, refuse } from './verdict.ts';

/** Whether one of our names issued this: compared whole, because a prefix is another's name. */
export function refuseIssuer(iss: unknown, issuers: readonly string[]): Refusal | undefined {
  return issuers.some((issuer) => issuer !== '' && issuer === iss)
    ? undefined
    : refuse('wrong-issuer', 'Another service issued this licence.');
}

/** Whether the place of a reprint is one that the token names: compared as URL origin, whole. */
export function refuseAudience(aud: unknown, place: string | undefined): Refusal | undefined {
  if (place === undefined) return undefined;
  const here = webOrigin(place);
  if (here === undefined) {
    return refuse('wrong-audience', 'The origin that was asked about is no web address.');
  }
  const named: unknown[] = Array.isArray(aud) ? aud : [];
  if (named.some((origin) => webOrigin(origin) === here)) return undefined;
  return refuse('wrong-audience', `The licence does not name ${here} as a place to publish.`);
}

/** Undefined for what is no web address, whose origin would be the text `null` for all alike. */
export function webOrigin(address: unknown): string | undefined {
  if (typeof address !== 'string' || !URL.canParse(address)) return undefined;
  const { origin, protocol } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? origin : undefined;
}
