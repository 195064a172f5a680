import type { Cast } from '../cast.ts';
import { confirm } from '../confirm.ts';
import { PARTNER } from '../house.ts';
import { type Decoded, verifyWithJose } from '../jose-check.ts';
import { fact, heading, say } from '../print.ts';
import type { Licence, Verdict } from '../replies.ts';
import { tellVerdict } from '../tell.ts';

const [ORIGIN = ''] = PARTNER.origins;
const SHOWN = ['iss', 'sub', 'aud', 'jti', 'article', 'footer', 'use', 'credit', 'terms'];

/** The licence is opened and verified twice: by jose, and by the service for anyone who asks. */
export async function readLicence(cast: Cast, licence: Licence): Promise<void> {
  heading('The signed licence');
  say(`${licence.token.slice(0, 72)}… (${licence.token.length} characters), decoded:`);
  const decoded = await verifyWithJose(cast.service.url, licence.token, ORIGIN);
  tellClaims(decoded);
  confirm('jose verifies the token with the keys at /.well-known/jwks.json.', true);
  const verdict = await verify(cast, licence.token);
  tellVerdict(verdict);
  confirm('POST /v1/verify agrees, without an account.', verdict.valid, verdict.code);
}

/** What the service says of a token, to anyone; of one for a feed, with the article in question. */
export function verify({ anyone }: Cast, token: string, articleId?: string): Promise<Verdict> {
  return anyone.send<Verdict>('POST', '/v1/verify', { token, origin: ORIGIN, articleId });
}

function tellClaims({ protectedHeader, payload }: Decoded): void {
  tellClaim('header', protectedHeader);
  const { nbf = 0, exp = 0 } = payload;
  fact('nbf', instant(nbf));
  fact('exp', instant(exp));
  for (const name of SHOWN) tellClaim(name, payload[name]);
}

function instant(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}

/** A claim's members one by one, each in a line of its own. */
function tellClaim(name: string, claim: unknown): void {
  if (typeof claim !== 'object' || claim === null || Array.isArray(claim)) {
    fact(name, claim);
    return;
  }
  const members = Object.entries(claim);
  members.forEach(([member, value], index) => {
    fact(index === 0 ? name : '', `${member}: ${value}`);
  });
}
