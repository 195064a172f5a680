import { copyrightYear } from '../../domain/footer.ts';
import type { Story } from '../../formats/format.ts';
import { formats } from '../../formats/index.ts';
import type { Text } from './texts.ts';

/** What a licence adds to a text: its footer, where it can be checked, which images may go. */
export interface Permission {
  licence: string;
  footer: string;
  images: string | undefined;
  verifyUrl: string;
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
export function render(text: Text, format: string, permission: Permission): Rendered {
  const found = formats.get(format);
  if (!found) throw new Error(`no format is called ${format}`);
  return { mediaType: found.mediaType, text: found.render(storyOf(text, permission)) };
}

function storyOf(text: Text, permission: Permission): Story {
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
    images: imagesOf(text, permission.images),
    footer: permission.footer,
    licence: { id: permission.licence, verifyUrl: permission.verifyUrl },
  };
}

/** An image leaves only where the licence has images and the image's own `reuse` lets it. */
function imagesOf(text: Text, granted: string | undefined) {
  if (granted !== 'withStory' && granted !== 'listed') return [];
  return text.images.filter(({ reuse }) => reuse === 'yes' || reuse === 'withStory');
}
