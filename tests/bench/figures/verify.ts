import { jwtVerify } from 'jose';
import { LICENCE_TYP, verifyLicence } from '../../../src/verifier/index.ts';
import { CLAIMS, forge, KEY, OPTIONS } from '../../verifier/samples.ts';
import type { Figure } from '../figure.ts';
import { median } from '../statistics.ts';

/** Short ones in turn, so that other work on the machine hits both alike. */
const ROUNDS = 150;
const TOKENS_A_ROUND = 60;

/** Our verifier beside jose's own on the same token, one token after the other. */
export async function measureVerify(): Promise<Figure[]> {
  const token = forge();
  const key = OPTIONS.keys.keys.get(KEY.kid)?.key;
  if (!key) throw new Error('the sample key is not in its own ring');
  const now = OPTIONS.now;
  const expected = { typ: LICENCE_TYP, issuer: CLAIMS.iss, currentDate: new Date(now) };
  const bare = () => jwtVerify(token, key, { ...expected, algorithms: ['ES256'] });
  const ours = async () => {
    const { code } = await verifyLicence(token, OPTIONS);
    if (code !== 'valid') throw new Error(`the sample licence is ${code}`);
  };
  const rates = { ours: [] as number[], bare: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    rates.ours.push(await rateOf(ours));
    rates.bare.push(await rateOf(bare));
  }
  return [
    {
      ...{ name: 'licences verified, one after the other', unit: '/s', ours: median(rates.ours) },
      raw: { value: median(rates.bare), is: "jose's jwtVerify" },
      target: { of: 'ratio', atLeast: 0.8 },
      also: { 'KB of token': token.length / 1024 },
    },
  ];
}

async function rateOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  for (let i = 0; i < TOKENS_A_ROUND; i += 1) await work();
  return (TOKENS_A_ROUND * 1000) / (performance.now() - startedAt);
}
