import { creditLines } from '../../domain/credit-lines.ts';
import { copyrightYear } from '../../domain/footer.ts';
import type { Edits } from '../../domain/terms.ts';
import type { Story } from '../../formats/format.ts';
import { portionOf } from '../../formats/portion.ts';
import { canonicalText } from '../../intake/index.ts';
import { licensedImages } from './licensed-images.ts';
import type { Shape } from './render.ts';
import type { Text } from './texts.ts';

/** A text as the terms of a licence let it out. */
export function storyOf(text: Text, shape: Shape): Story {
  const body = portionOf(text.body, shape.portion, text.language);
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
    body,
    isExtract: body !== text.body && canonicalText(body) !== canonicalText(text.body),
    credit: creditOf(text, shape),
    edits: mayChange(shape.edits) ? shape.edits : null,
    images: licensedImages(text, body, shape.images),
    latest: text.latest,
  };
}

function creditOf(text: Text, { credit }: Shape): Story['credit'] {
  return creditLines(credit, {
    byline: text.byline,
    publication: text.publication.name,
    holder: text.copyrightHolder,
    headline: text.headline,
    canonicalUrl: text.canonicalUrl,
  });
}

function mayChange({ level, headline }: Edits): boolean {
  return level !== 'none' || headline;
}
