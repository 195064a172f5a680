import { readBody } from '../intake/index.ts';
import { bodyAddresses } from './body-addresses.ts';
import { bodyParagraphs } from './body-paragraphs.ts';
import { compareBodies, type Paragraph } from './compare-bodies.ts';
import { compareLists, type ListChange } from './compare-lists.ts';
import { compareTexts, replaced } from './compare-texts.ts';
import type { Part } from './part.ts';

/** Fields in which words are compared, and fields that are one value. */
const PROSE = ['headline', 'byline', 'dateline', 'summary'] as const;
const VALUES = ['canonicalUrl', 'language', 'publishedAt'] as const;

export type ComparedField = (typeof PROSE)[number] | (typeof VALUES)[number];

/** One version, as far as a correction can be seen in it. */
export interface Revision<Image> extends Record<ComparedField, string | null> {
  subjects: readonly string[];
  images: readonly Image[];
  /** The body as it was taken in. */
  html: string;
}

export interface Difference<Image> {
  /** Only those that changed. */
  fields: { field: ComparedField; parts: Part[] }[];
  subjects: ListChange<string>;
  /** An image of which a word changed is among both. */
  images: ListChange<Image>;
  /** URLs that the body links to or shows. */
  addresses: ListChange<string>;
  body: Paragraph[];
}

/**
 * What an editor changed from one version to another.
 *
 * @param before null before the first version: everything came in
 */
export function compareVersions<Image>(
  before: Revision<Image> | null,
  after: Revision<Image>,
): Difference<Image> {
  const [old, now] = [before && readBody(before.html), readBody(after.html)];
  return {
    fields: [
      ...PROSE.map((field) => compareField(field, before, after, compareTexts)),
      ...VALUES.map((field) => compareField(field, before, after, replaced)),
    ].filter(({ parts }) => parts.some(({ change }) => change !== 'same')),
    subjects: compareLists(before?.subjects ?? [], after.subjects),
    images: compareLists(before?.images ?? [], after.images),
    addresses: compareLists(old ? bodyAddresses(old) : [], bodyAddresses(now)),
    body: compareBodies(old ? bodyParagraphs(old) : [], bodyParagraphs(now)),
  };
}

function compareField<Image>(
  field: ComparedField,
  before: Revision<Image> | null,
  after: Revision<Image>,
  compare: (before: string, after: string) => Part[],
) {
  const [old, now] = [before?.[field] ?? '', after[field] ?? ''];
  return { field, parts: old === now ? [] : compare(old, now) };
}
