import { oneLine } from '../domain/characters.ts';
import { formatInstant } from '../domain/instant.ts';
import type { Permission, Story } from './format.ts';

/** A line that is none of the body's; in HTML it carries a class of this name. */
export interface Added {
  name: 'byline' | 'closing' | 'correction' | 'embargo' | 'extract' | 'first-published' | 'source';
  text: string;
}

/** What a text that is sent ahead says before anything else, in words that every desk knows. */
export function embargoLine({ notBefore }: Permission): Added[] {
  if (notBefore === null) return [];
  const instant = formatInstant(notBefore).replace('.000Z', 'Z');
  return [{ name: 'embargo', text: `EMBARGO: ${instant}` }];
}

/** What stands between headline and body. */
export function overBody({ byline, credit }: Story): Added[] {
  return [
    ...added('byline', credit.byline ?? byline),
    ...(credit.position === 'top' ? added('first-published', credit.line) : []),
  ];
}

/** What ends a body of which there is more in the original, without words of any language. */
export function extractMark({ isExtract, publication, canonicalUrl }: Story): Added[] {
  return isExtract ? added('extract', `[…] ${publication.name}: ${canonicalUrl}`) : [];
}

/** What stands between the body with its images and the footer. */
export function underBody({ correctionNote, credit }: Story): Added[] {
  return [
    ...added('correction', correctionNote),
    ...(credit.position === 'bottom' ? added('first-published', credit.line) : []),
    ...added('closing', credit.tail),
  ];
}

/**
 * Where the story first stood, for a text that does not say it: every text leads back to the
 * original.
 */
export function sourceLine(story: Story, { footer }: Permission): Added[] {
  const { canonicalUrl, publication, credit, isExtract } = story;
  const said = [footer, credit.line ?? '', credit.tail ?? ''];
  if (isExtract || said.some((text) => text.includes(canonicalUrl))) return [];
  return added('source', `${publication.name}: ${canonicalUrl}`);
}

function added(name: Added['name'], text: string | null): Added[] {
  const line = oneLine(text ?? '');
  return line === '' ? [] : [{ name, text: line }];
}
