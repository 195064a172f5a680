import { type BundleVerdict, verifyBundle, verifyLicence } from '../verifier/index.ts';
import type { Terminal } from './commands.ts';
import { type Gathered, gather } from './verify/gather.ts';
import { readWords, VERIFY_HELP, WrongUse } from './verify/options.ts';
import { tellVerdict, verdictDocument } from './verify/tell-verdict.ts';

const WRONG_USE = 2;

/** Verifies a licence bundle, or a licence alone, with no database. */
export async function run(args: string[], { out, err }: Terminal): Promise<number> {
  try {
    const words = readWords(args);
    if (words.help) {
      out(VERIFY_HELP);
      return 0;
    }
    const verdict = await verify(await gather(words, Date.now()));
    const lines = words.json
      ? [JSON.stringify(verdictDocument(verdict), null, 2)]
      : tellVerdict(verdict);
    for (const line of lines) out(line);
    return verdict.valid ? 0 : 1;
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error;
    err(`${error.message}\n\n${VERIFY_HELP}`);
    return WRONG_USE;
  }
}

async function verify({ given, options }: Gathered): Promise<BundleVerdict> {
  if (given.startsWith('{')) return verifyBundle(given, options);
  const { keys, issuer } = options;
  if (!keys || issuer === undefined) throw new WrongUse(ALONE);
  const verdict = await verifyLicence(given, { ...options, keys, issuer });
  return { ...verdict, keysFrom: 'caller' };
}

const ALONE = 'A licence alone is held against its issuer: give --url, or --keys with --issuer.';
