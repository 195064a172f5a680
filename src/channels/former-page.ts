import { canonicalOf } from '../verifier/page/canonical-text.ts';
import { withoutReferences } from '../verifier/page/character-references.ts';
import { pageBlocks } from '../verifier/page/page-blocks.ts';
import { pageTags } from '../verifier/page/page-tags.ts';
import type { FormerCopy, Sighting } from './sighting.ts';

/**
 * Whether a page shows the notice that a text was taken back, and nothing of the text. A page that
 * shows neither proves nothing: it may be a page of errors, or of consent.
 */
export function readFormerPage(copy: FormerCopy, html: string): Sighting {
  const shown = canonicalOf(
    pageBlocks(html)
      .map(({ text }) => text)
      .join(' '),
  );
  // What a page hides, or carries for machines, is still handed out.
  const carried = canonicalOf(withoutReferences(html.replace(/<[^<>]*>/g, ' ')));
  const stands = copy.paragraphs
    .map(canonicalOf)
    .some((paragraph) => shown.includes(paragraph) || carried.includes(paragraph));
  if (stands) {
    return { kind: 'there', code: 'text-shown', message: 'The text still stands on the page.' };
  }
  if (isMarked(copy, html) || shown.includes(canonicalOf(copy.notice))) {
    return {
      kind: 'gone',
      code: 'notice-shown',
      message: 'The page shows that it was taken back.',
    };
  }
  const message =
    'The page answers, and shows neither the text nor the notice that it was taken back.';
  return { kind: 'unclear', code: 'notice-missing', message };
}

/** Whether an element of the page carries the placement's id; a comment does not count. */
function isMarked({ placement }: FormerCopy, html: string): boolean {
  for (const { tag } of pageTags(html)) {
    if (tag?.attributes.toLowerCase().includes(`data-imprimatur-placement="${placement}"`))
      return true;
  }
  return false;
}
