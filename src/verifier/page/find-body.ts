import { createHash } from 'node:crypto';
import type { PageBlock } from './page-blocks.ts';

/** What looking for a body may cost: a page that needs more is not searched to its end. */
const MOST_DIGESTS = 100_000;
const MOST_CHARACTERS = 64 * 1024 * 1024;

/**
 * Finds the run of blocks whose text has a digest: where on the page the body stands, among
 * navigation, adverts and teasers. Blocks that the service added are passed over.
 *
 * @returns the index after the run's last block; undefined when there is none
 */
export function findBody(blocks: readonly PageBlock[], integrity: string): number | undefined {
  const wanted = integrity.slice('sha256-'.length);
  const body = blocks
    .map(({ text, isOurs }, at) => ({ text, isOurs, at }))
    .filter((b) => !b.isOurs);
  let digests = MOST_DIGESTS;
  let characters = MOST_CHARACTERS;
  for (let first = 0; first < body.length; first += 1) {
    const hash = createHash('sha256');
    for (let last = first; last < body.length; last += 1) {
      const { text, at } = body[last] ?? { text: '', at: 0 };
      digests -= 1;
      characters -= text.length;
      if (digests < 0 || characters < 0) return undefined;
      hash.update(last === first ? text : ` ${text}`);
      if (hash.copy().digest('base64') === wanted) return at + 1;
    }
  }
  return undefined;
}
