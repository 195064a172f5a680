import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import {
  type BundleOptions,
  type FeedArticle,
  type KeyRing,
  openKeyRing,
  readFeedArticle,
  readKeySet,
  standingFromFetched,
} from '../../verifier/index.ts';
import { fetchPublished } from './fetch-published.ts';
import { type VerifyWords, WrongUse } from './options.ts';

/** What was typed, with the files and the answers that it names. */
export interface Gathered {
  /** A bundle, or a licence alone. */
  given: string;
  options: BundleOptions;
}

/** @throws WrongUse for a file or an address that does not hold what it should */
export async function gather(words: VerifyWords, now: number): Promise<Gathered> {
  const given = (await readGiven(words.file)).trim();
  const at = words.at ?? now;
  const keys = await keysOf(words);
  const issuer = words.issuer ?? words.url;
  return {
    given,
    options: {
      now: at,
      origin: words.origin,
      articleId: words.article,
      page: words.page === undefined ? undefined : { html: await readNamed(words.page) },
      feedArticle: words.story === undefined ? undefined : await storyIn(words.story),
      ...(keys && { keys }),
      ...(issuer !== undefined && { issuer }),
      ...(keys && words.url !== undefined && { standing: fetched(words, words.url, keys) }),
    },
  };
}

async function storyIn(file: string): Promise<FeedArticle> {
  const told = parse(await readNamed(file));
  const story = readFeedArticle(told);
  if (story) return story;
  throw new WrongUse(`${file} does not hold headline, canonicalUrl and years as JSON.`);
}

async function keysOf({ keys, url }: VerifyWords): Promise<KeyRing | undefined> {
  if (keys !== undefined) return openKeys(await readNamed(keys), keys);
  if (url === undefined) return undefined;
  const address = `${url}/.well-known/jwks-archive.json`;
  return openKeys(await fetchPublished(address).catch(unreachable), address);
}

async function openKeys(document: string, where: string): Promise<KeyRing> {
  const offered = readKeySet(parse(document));
  if (!offered) throw new WrongUse(`${where} is no key set.`);
  return openKeyRing(offered);
}

/**
 * The issuer's lists, fetched where the issuer is reached. Asked about another time than now, it
 * answers what a list said then.
 */
function fetched({ issuer, at }: VerifyWords, url: string, keys: KeyRing) {
  const name = issuer ?? url;
  const time = at === undefined ? '' : `?time=${Math.floor(at / 1000)}`;
  const fetchList = (list: string) => fetchPublished(`${url}${list.slice(name.length)}${time}`);
  return standingFromFetched(fetchList, { keys, from: `${name}/status` });
}

function readGiven(file: string): Promise<string> {
  return file === '-' ? text(process.stdin) : readNamed(file);
}

async function readNamed(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new WrongUse(`${file} cannot be read: ${(error as Error).message}.`);
  }
}

function unreachable(error: Error): never {
  throw new WrongUse(`The keys cannot be fetched: ${error.message}.`);
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
