import type { Context } from '../../context.ts';
import { findStory, type Story } from '../../db/articles.ts';
import { findGoverning, type GoverningLicence } from '../../db/governing-licence.ts';
import type { Publication } from '../../db/publications.ts';
import { invalid } from '../../domain/errors.ts';
import { pickTemplate } from '../../domain/footer.ts';
import { BUILT_IN_TERMS } from '../../domain/terms.ts';
import { formats } from '../../formats/index.ts';
import { articleNotFound } from '../articles/failures.ts';
import { namedLicence } from '../deliver/named-licence.ts';
import { type Rendered, render, shapeOf } from '../deliver/render.ts';
import { readFrozen } from '../deliver/terms-in-hand.ts';
import { readText } from '../deliver/texts.ts';
import { footerFrom } from '../licences/licence-claims.ts';
import { unknownFormat } from '../licences/read-licensed-text.ts';
import { ownOutlet } from '../outlets.ts';
import { footerFaults } from '../save-publication.ts';
import { readPublication } from './read-publications.ts';

/** Stands where an outlet without a licence would have the number of its own. */
const NO_LICENCE: GoverningLicence = {
  id: '00000000-0000-0000-0000-000000000000',
  use: {},
  termsSlug: BUILT_IN_TERMS,
  termsVersion: 1,
};

export interface PreviewFooter {
  slug: string;
  articleId: string;
  outlet: string | null;
  format: string;
  /** Absent: the publication's own. */
  footerTemplate?: Publication['footer_template'] | undefined;
}

export interface FooterPreview {
  footer: { text: string };
  template: string;
  /** Of the template; null where it serves every language. */
  language: string | null;
  content: Rendered;
}

/**
 * The newest version of an article with its footer, as an outlet would get it. Writes nothing.
 *
 * @throws DomainError `publication-not-found`, `not-permitted`, `article-not-found` also for an
 *   article of another publication, `outlet-not-found`, `invalid-request`
 */
export async function previewFooter(ctx: Context, input: PreviewFooter): Promise<FooterPreview> {
  const publication = await readPublication(ctx, input.slug);
  const { footerTemplate = publication.footer_template } = input;
  check(input.format, footerTemplate);
  const story = await findStory(ctx.db, input.articleId);
  if (story?.slug !== input.slug) throw articleNotFound(input.articleId);
  const licence = await licenceOf(ctx, story.id, input.outlet);
  const { template, language } = pickTemplate(footerTemplate, story.language);
  const text = footerOf(ctx, { publication, story, template, licence: licence.id });
  const content = await contentOf(ctx, { story, format: input.format, licence, footer: text });
  return { footer: { text }, template, language, content };
}

function check(format: string, template: Publication['footer_template']): void {
  const faults = [...(formats.has(format) ? [] : [unknownFormat()]), ...footerFaults(template)];
  if (faults.length > 0) throw invalid(faults);
}

async function licenceOf(
  ctx: Context,
  article: string,
  outlet: string | null,
): Promise<GoverningLicence> {
  if (outlet === null) return NO_LICENCE;
  const { id } = await ownOutlet(ctx, outlet);
  return (await findGoverning(ctx.db, article, id)) ?? NO_LICENCE;
}

function footerOf(
  ctx: Context,
  of: { publication: Publication; story: Story; template: string; licence: string },
): string {
  const { publication, story, template, licence } = of;
  const facts = {
    headline: story.headline,
    canonicalUrl: story.canonical_url,
    publishedAt: story.published_at,
    publicationName: publication.name,
    copyrightHolder: publication.copyright_holder,
    copyrightSince: publication.copyright_since,
    timeZone: publication.time_zone,
  };
  return footerFrom(ctx, template, facts, licence);
}

async function contentOf(
  { db, config }: Context,
  of: { story: Story; format: string; licence: GoverningLicence; footer: string },
): Promise<Rendered> {
  const { use, termsSlug, termsVersion } = of.licence;
  const terms = await readFrozen(db, termsSlug, termsVersion);
  return render(await readText(db, of.story.id, of.story.version), of.format, {
    footer: of.footer,
    shape: shapeOf(terms, use.images),
    notBefore: null,
    licence: namedLicence(config.publicUrl, of.licence, terms),
  });
}
