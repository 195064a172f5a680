import { parseArgs } from 'node:util';

export const VERIFY_HELP = `imprimatur verify FILE [--origin ADDRESS] [--article ID] [--page FILE] [--at INSTANT]
                       [--story FILE] [--keys FILE | --url URL] [--issuer URL] [--json]
    FILE is a licence bundle (.licence.json), or holds a licence alone; - reads the standard input.
    A bundle is verified with no network. By its own keys it shows no more than that its parts
    belong together: --keys names a key set of the issuer that you have kept, --url the issuer,
    whose keys and status lists are then fetched. A licence alone needs one of the two.

    --origin   where the reprint stands: an origin, or the address of the page
    --article  the article that is being reprinted
    --page     the HTML of the page, or of the part with story and footer
    --story    what stands on the page, where the licence is for a feed: a JSON object with headline,
               canonicalUrl, years (of the copyright, such as 2009-2026) and, to have the text judged
               too, integrity
    --at       the instant in question (RFC 3339); without it, now
    --issuer   whom the licence has to be from; without it, --url or the bundle's own issuer
    --json     the answer as JSON

Exit codes: 0 the licence is valid, 1 it is not, 2 the command was not understood.`;

const OPTIONS = {
  origin: { type: 'string' },
  article: { type: 'string' },
  page: { type: 'string' },
  story: { type: 'string' },
  at: { type: 'string' },
  keys: { type: 'string' },
  url: { type: 'string' },
  issuer: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

export type VerifyWords = ReturnType<typeof readWords>;

/** @throws WrongUse that says how the command is used */
export function readWords(args: string[]) {
  const { values, positionals } = parsed(args);
  const [file, ...more] = positionals;
  if (more.length > 0) throw new WrongUse('Name one file.');
  if (file === undefined && !values.help) throw new WrongUse('Name a file.');
  if (values.keys !== undefined && values.url !== undefined) {
    throw new WrongUse('Give --keys or --url.');
  }
  const url = values.url?.replace(/\/+$/, '');
  if (url !== undefined && !/^https?:/.test(url)) throw new WrongUse('--url is a web address.');
  return { ...values, url, file: file ?? '', at: instantOf(values.at) };
}

/** What was typed makes no sense, or names what is not there. */
export class WrongUse extends Error {}

function parsed(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new WrongUse((error as Error).message);
  }
}

function instantOf(at: string | undefined): number | undefined {
  const instant = at === undefined ? undefined : Date.parse(at);
  if (Number.isNaN(instant)) throw new WrongUse('--at is an instant such as 2026-03-01T06:00:00Z.');
  return instant;
}
