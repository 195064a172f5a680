import { oneLine } from './characters.ts';
import type { Instant } from './instant.ts';

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

/**
 * The template that fits a language: its exact tag, then the tag shortened from the right
 * (RFC 4647, section 3.4), then the first there is, then the default.
 */
export function pickTemplate(
  templates: string | Readonly<Record<string, string>> | null,
  language: string,
): string {
  if (typeof templates === 'string') return templates;
  const byTag = new Map(
    Object.entries(templates ?? {}).map(([tag, template]) => [tag.toLowerCase(), template]),
  );
  const subtags = language.toLowerCase().split('-');
  for (let length = subtags.length; length > 0; length -= 1) {
    const template = byTag.get(subtags.slice(0, length).join('-'));
    if (template !== undefined) return template;
  }
  return byTag.values().next().value ?? DEFAULT_FOOTER_TEMPLATE;
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
