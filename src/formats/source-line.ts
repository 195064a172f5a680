import { oneLine } from '../domain/characters.ts';
import type { Permission, Story } from './format.ts';

/**
 * Where the story first stood, for a footer that does not say it: every text leads back to the
 * original. Null when the footer does.
 */
export function sourceLine(story: Story, { footer }: Permission): string | null {
  const { canonicalUrl, publication } = story;
  return footer.includes(canonicalUrl) ? null : oneLine(`${publication.name}: ${canonicalUrl}`);
}
