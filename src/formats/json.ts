import { formatInstant } from '../domain/instant.ts';
import type { Edits } from '../domain/terms.ts';
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
  return ({ footer, licence, notBefore }: Permission) => {
    const { id, verifyUrl, termsUri } = licence;
    const ahead = notBefore === null ? {} : { notBefore: formatInstant(notBefore) };
    const permission = {
      footer: { text: footer },
      copyright,
      licence: { id, verifyUrl, termsUri, ...ahead },
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
    byline: story.credit.byline ?? story.byline,
    dateline: story.dateline,
    summary: story.summary,
    language: story.language,
    canonicalUrl: story.canonicalUrl,
    publishedAt: formatInstant(story.publishedAt),
    publication: { name: story.publication.name, url: story.publication.url },
    body: { html: writeHtml(blocks), text: plainBlocks(blocks).map(plainText).join('\n\n') },
    ...(story.isExtract && { extract: { of: story.canonicalUrl } }),
    images: story.images.map(imageOf),
    correctionNote: story.correctionNote,
    ...besideBody(story),
  };
}

/** Only where the terms say something. */
function besideBody({ credit: { line, position, tail }, edits }: Story) {
  return {
    ...(line !== null && { firstPublished: { text: line, position } }),
    ...(tail !== null && { closing: { text: tail } }),
    ...(edits && { edits: editsOf(edits) }),
  };
}

function editsOf({ level, headline, approval, minWords, disclosure }: Edits) {
  return { level, headline, approval, minWords, disclosure };
}

/** Named one by one: an image's other facts are the publication's own business. */
function imageOf({ url, caption, credit, alt, reuse }: Image): Image {
  return { url, caption, credit, alt, ...(reuse && { reuse }) };
}

function latestOf({ heading, items }: Latest) {
  return {
    heading,
    items: items.map(({ headline, summary, url }) => ({ headline, summary, url })),
  };
}
