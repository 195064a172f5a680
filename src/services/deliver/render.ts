import { copyrightYear } from '../../domain/footer.ts';
import type { Permission, Story } from '../../formats/format.ts';
import { formats } from '../../formats/index.ts';
import type { Text } from './texts.ts';

/** What a licence adds to a text. */
export interface LicensedUse extends Permission {
  /** Which images were granted. */
  images: string | undefined;
}

export interface Rendered {
  mediaType: string;
  text: string;
}

/**
 * The licensed text in one format, with its footer.
 *
 * @throws Error for a format that is not registered, which is a bug: it was checked when saved
 */
export function render(text: Text, format: string, use: LicensedUse): Rendered {
  const found = formats.get(format);
  if (!found) throw new Error(`no format is called ${format}`);
  return { mediaType: found.mediaType, text: found.compose(storyOf(text, use.images))(use) };
}

function storyOf(text: Text, granted: string | undefined): Story {
  return {
    articleId: text.article,
    version: text.version,
    headline: text.headline,
    byline: text.byline,
    dateline: text.dateline,
    summary: text.summary,
    language: text.language,
    canonicalUrl: text.canonicalUrl,
    publishedAt: text.publishedAt,
    publication: { name: text.publication.name, url: text.publication.url },
    copyright: {
      holder: text.copyrightHolder,
      year: copyrightYear(text.publishedAt, text.publication.timeZone),
    },
    correctionNote: text.correctionNote,
    body: text.body,
    images: imagesOf(text, granted),
    latest: text.latest,
  };
}

/** An image leaves only where the licence has images and the image's own `reuse` lets it. */
function imagesOf(text: Text, granted: string | undefined) {
  if (granted !== 'withStory' && granted !== 'listed') return [];
  return text.images.filter(({ reuse }) => reuse === 'yes' || reuse === 'withStory');
}
