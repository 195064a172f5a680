import { creditLines } from '../../src/domain/credit-lines.ts';
import { fillTerms } from '../../src/domain/fill-terms.ts';
import {
  copyrightYear,
  copyrightYears,
  DEFAULT_FOOTER_TEMPLATE,
  fillFooter,
  pickTemplate,
  renderFooter,
} from '../../src/domain/footer.ts';
import { latestHeading, latestHeadings } from '../../src/domain/latest-heading.ts';
import type { Terms } from '../../src/domain/terms.ts';
import type { Permission, Story } from '../../src/formats/format.ts';
import { portionOf } from '../../src/formats/portion.ts';
import { type House, type Intake, readBody, takeIn } from '../../src/intake/index.ts';
import { UNSHAPED } from '../support/unshaped.ts';
import { FORMER_FOOTERS, HOUSE } from './house.ts';
import type { Sample } from './sample.ts';

const ARTICLE = '0198c5a4-6f4e-7c1b-9a52-3d0f8e7b6a12';
const LICENCE = '0198c5a4-6f4e-7c1b-9a52-3d0f8e7b6a11';
const SERVICE = 'https://rights.harbour-news.example';

/** A sample as it leaves for one outlet. */
export interface Licensed {
  intake: Intake;
  story: Story;
  permission: Permission;
}

const names = { publication: HOUSE.name, holder: HOUSE.copyrightHolder };
const footers = [
  ...Object.values(HOUSE.footerTemplate),
  ...FORMER_FOOTERS,
  DEFAULT_FOOTER_TEMPLATE,
];

/** What the agency knows of its own lines. */
export const SAMPLE_HOUSE: House = {
  names: Object.values(names),
  footers: footers.map((template) => fillFooter(template, names)),
  latestHeadings: latestHeadings(HOUSE.name),
};

/** Takes a sample in as the service would, and licenses it. */
export function takeInSample(sample: Sample): Licensed {
  const canonicalUrl = HOUSE.url + sample.path;
  const images = sample.images ?? [];
  const { headline, language, body, byline = null, dateline = null, intake = 'auto' } = sample;
  const facts = { headline, language, byline, dateline, canonicalUrl };
  const urls = images.map(({ url }) => url);
  const taken = takeIn({ ...facts, body, intake, images: urls }, SAMPLE_HOUSE);
  const story: Story = {
    ...{ articleId: ARTICLE, version: sample.correctionNote ? 2 : 1 },
    ...{ headline, language, canonicalUrl, images },
    ...{ byline: taken.byline, dateline: taken.dateline, summary: sample.summary ?? null },
    publishedAt: Date.parse(sample.publishedAt),
    publication: { name: HOUSE.name, url: HOUSE.url },
    copyright: { holder: HOUSE.copyrightHolder, year: yearOf(sample) },
    correctionNote: sample.correctionNote ?? null,
    body: readBody(taken.html),
    ...UNSHAPED,
    latest: latestOf(sample),
  };
  const permission = { ...permissionFor(story), notBefore: instantOrNull(sample.notBefore) };
  return { intake: taken, story: underTerms(story, fillTerms(sample.terms ?? {})), permission };
}

/** As much of a story, and as much beside it, as the terms say. */
function underTerms(story: Story, { portion, credit, edits }: Terms): Story {
  const { byline, headline, canonicalUrl } = story;
  const body = portionOf(story.body, portion, story.language);
  return {
    ...story,
    body,
    isExtract: body !== story.body,
    credit: creditLines(credit, { byline, headline, canonicalUrl, ...names }),
    edits: edits.level === 'none' ? null : edits,
  };
}

function instantOrNull(text: string | undefined): number | null {
  return text === undefined ? null : Date.parse(text);
}

function permissionFor({ headline, canonicalUrl, language, publishedAt }: Story): Permission {
  const verifyUrl = `${SERVICE}/licences/${LICENCE}`;
  const { copyrightSince, timeZone, footerTemplate } = HOUSE;
  const years = copyrightYears(copyrightSince, publishedAt, timeZone);
  const facts = { ...names, years, headline, canonicalUrl, licenceId: LICENCE, verifyUrl };
  return {
    footer: renderFooter(pickTemplate(footerTemplate, language).template, facts),
    licence: { id: LICENCE, verifyUrl, termsUri: `${SERVICE}/terms/newsroom/3`, expires: null },
    notBefore: null,
  };
}

function latestOf({ latest = [], language }: Sample): Story['latest'] {
  if (latest.length === 0) return null;
  return { heading: latestHeading(null, language, HOUSE.name), items: latest };
}

function yearOf({ publishedAt }: Sample): number {
  return copyrightYear(Date.parse(publishedAt), HOUSE.timeZone);
}
