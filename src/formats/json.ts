import { formatInstant } from '../domain/instant.ts';
import { writeHtml } from '../intake/index.ts';
import type { Format, Image, Latest, Permission, Story } from './format.ts';
import type { ArticleDocument } from './json-schema.ts';
import { licensedBody } from './licensed-body.ts';
import { plainBlocks, textOf as plainText } from './plain-blocks.ts';

/** One JSON document, for systems that lay the story out themselves. Its schema is published. */
export const json: Format = {
  name: 'json',
  mediaType: 'application/json',
  compose,
};

/** Members stand in the order in which they are read: the footer after the body, then the latest. */
function compose(story: Story) {
  const before = textOf(story);
  const copyright = { holder: story.copyright.holder, year: story.copyright.year };
  const latest = story.latest && latestOf(story.latest);
  return ({ footer, licence }: Permission) => {
    const { id, verifyUrl, termsUri } = licence;
    const permission = {
      footer: { text: footer },
      copyright,
      licence: { id, verifyUrl, termsUri },
    };
    return JSON.stringify({ ...before, ...permission, latest } satisfies ArticleDocument);
  };
}

function textOf(story: Story) {
  const { blocks } = licensedBody(story);
  return {
    schema: 1 as const,
    id: story.articleId,
    version: story.version,
    headline: story.headline,
    byline: story.byline,
    dateline: story.dateline,
    summary: story.summary,
    language: story.language,
    canonicalUrl: story.canonicalUrl,
    publishedAt: formatInstant(story.publishedAt),
    publication: { name: story.publication.name, url: story.publication.url },
    body: { html: writeHtml(blocks), text: plainBlocks(blocks).map(plainText).join('\n\n') },
    images: story.images.map(imageOf),
    correctionNote: story.correctionNote,
  };
}

/** Named one by one: an image's other facts are the publication's own business. */
function imageOf({ url, caption, credit, alt }: Image): Image {
  return { url, caption, credit, alt };
}

function latestOf({ heading, items }: Latest) {
  return {
    heading,
    items: items.map(({ headline, summary, url }) => ({ headline, summary, url })),
  };
}
