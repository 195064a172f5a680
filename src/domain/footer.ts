import { oneLine } from './characters.ts';
import type { Instant } from './instant.ts';
import { lookUpLanguage } from './languages.ts';

const PLACEHOLDERS = [
  'years',
  'publication',
  'holder',
  'headline',
  'canonicalUrl',
  'licenceId',
  'verifyUrl',
] as const;

type Placeholder = (typeof PLACEHOLDERS)[number];

/** What stands in the place of each placeholder; plain text, never markup. */
export type FooterFacts = Readonly<Record<Placeholder, string>>;

/** The footer of a publication that has not chosen its own. */
export const DEFAULT_FOOTER_TEMPLATE =
  '© {years} {holder}. “{headline}” first appeared in {publication}, {canonicalUrl} – reprinted ' +
  'by permission under licence {licenceId}, which anyone can check at {verifyUrl}';

const BRACES = /\{([^{}]*)\}|[{}]/g;

/**
 * What a template has in braces that is no placeholder, as written: `{author}`, or a lone `{` or
 * `}`. Each once, in the order of the template; empty for a template that can be used.
 */
export function unknownPlaceholders(template: string): string[] {
  const unknown = [...template.matchAll(BRACES)].filter(([, name]) => !isPlaceholder(name));
  return [...new Set(unknown.map(([written]) => written))];
}

/** Making one costs 40 times as much as using it. There are as many as there are time zones. */
const yearFormats = new Map<string, Intl.DateTimeFormat>();

function yearFormat(timeZone: string): Intl.DateTimeFormat {
  const known = yearFormats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', { timeZone, year: 'numeric' });
  yearFormats.set(timeZone, format);
  return format;
}

/** The calendar year of an instant in an IANA time zone. */
export function copyrightYear(publishedAt: Instant, timeZone: string): number {
  return Number(yearFormat(timeZone).format(publishedAt));
}

/**
 * The years of a copyright notice: `since-year`, the year being that of `publishedAt` in the
 * publication's time zone; `since` alone when the story is no younger.
 */
export function copyrightYears(since: number, publishedAt: Instant, timeZone: string): string {
  const year = copyrightYear(publishedAt, timeZone);
  return year > since ? `${since}-${year}` : `${since}`;
}

/** A template, and the language it is written for; null when that was not said. */
export interface PickedTemplate {
  template: string;
  language: string | null;
  /** Whether it stands in for a wording in the language that was asked for. */
  standsIn: boolean;
}

/**
 * The template that fits a language, see `lookUpLanguage`; then the first of the alphabet, because
 * a kept map has no order of its own; then the default.
 */
export function pickTemplate(
  templates: string | Readonly<Record<string, string>> | null,
  language: string,
): PickedTemplate {
  if (typeof templates === 'string') return unsaid(templates);
  const tags = Object.keys(templates ?? {}).sort();
  const fits = lookUpLanguage(tags, language);
  const tag = fits ?? tags[0];
  const template = tag === undefined ? undefined : templates?.[tag];
  if (tag === undefined || template === undefined) return unsaid(DEFAULT_FOOTER_TEMPLATE);
  return { template, language: tag, standsIn: fits === undefined };
}

function unsaid(template: string): PickedTemplate {
  return { template, language: null, standsIn: false };
}

/**
 * The footer as plain text on one line. Facts are put in as they are, in one pass: a headline that
 * holds `{holder}` or `$&` says just that. The same inputs always give the same bytes.
 */
export function renderFooter(template: string, facts: FooterFacts): string {
  return oneLine(fillFooter(template, facts));
}

/** The template with the facts that are known so far; its other placeholders stay. */
export function fillFooter(template: string, facts: Partial<FooterFacts>): string {
  return template.replace(BRACES, (written, name) =>
    isPlaceholder(name) ? (facts[name] ?? written) : written,
  );
}

function isPlaceholder(name: string | undefined): name is Placeholder {
  return PLACEHOLDERS.some((placeholder) => placeholder === name);
}
