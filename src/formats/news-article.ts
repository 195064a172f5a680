import { formatInstant } from '../domain/instant.ts';
import { schemaOrgRights } from '../domain/rights/schema-org-rights.ts';
import { authorsOf } from './authors.ts';
import type { Permission, Story } from './format.ts';

/** What stands in the way of a text inside a script element, or of those who evaluate it. */
const UNSAFE = /[<>&\u2028\u2029]/g;

/**
 * The story as schema.org's NewsArticle in JSON-LD, safe inside a `script` element. The footer is
 * not repeated: its facts are.
 *
 * @see https://schema.org/NewsArticle
 */
export function newsArticle(story: Story): (permission: Permission) => string {
  const shared = sharedFacts(story);
  return ({ licence }) => {
    return JSON.stringify({ ...shared, ...schemaOrgRights(licence) }).replace(UNSAFE, escaped);
  };
}

function sharedFacts(story: Story) {
  const { publication, copyright } = story;
  const publisher = organization(publication.name, publication.url);
  const authors = authorsOf(story.byline, story.language);
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: story.headline,
    ...(story.summary && { description: story.summary }),
    inLanguage: story.language,
    datePublished: formatInstant(story.publishedAt),
    ...(story.dateline && { dateline: story.dateline }),
    author: authors.length > 0 ? authors : publisher,
    publisher,
    ...(story.images.length > 0 && { image: story.images.map(({ url }) => url) }),
    ...(story.correctionNote && { correction: story.correctionNote }),
    version: story.version,
    isBasedOn: story.canonicalUrl,
    copyrightHolder: organization(copyright.holder),
    copyrightYear: copyright.year,
    creditText: publication.name,
  };
}

function organization(name: string, url?: string) {
  return { '@type': 'Organization', name, ...(url && { url }) };
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
