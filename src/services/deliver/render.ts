import { copyrightYear } from '../../domain/footer.ts';
import type { Format, Permission, Print, Story } from '../../formats/format.ts';
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

/** What was composed of a text, by format and the images that go with it; gone with the text. */
const composed = new WeakMap<Text, Map<string, Print>>();

/**
 * The licensed text in one format, with its footer. Of one text that goes to many outlets, what
 * they all get is made once.
 *
 * @throws Error for a format that is not registered, which is a bug: it was checked when saved
 */
export function render(text: Text, format: string, use: LicensedUse): Rendered {
  const found = formats.get(format);
  if (!found) throw new Error(`no format is called ${format}`);
  return { mediaType: found.mediaType, text: printOf(text, found, use.images)(use) };
}

function printOf(text: Text, format: Format, granted: string | undefined): Print {
  const prints = composed.get(text) ?? new Map<string, Print>();
  composed.set(text, prints);
  const key = `${format.name} ${hasImages(granted)}`;
  const print = prints.get(key) ?? format.compose(storyOf(text, granted));
  prints.set(key, print);
  return print;
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
  if (!hasImages(granted)) return [];
  return text.images.filter(({ reuse }) => reuse === 'yes' || reuse === 'withStory');
}

function hasImages(granted: string | undefined): boolean {
  return granted === 'withStory' || granted === 'listed';
}
