import { z } from 'zod';
import { Language } from './language.ts';
import { Line, WebUrl } from './text.ts';

/** A footer of invisible characters would be none. */
const Template = z
  .string()
  .trim()
  .min(1)
  .max(2_000)
  .regex(/[\p{L}\p{N}\p{S}]|\{/u, 'Write the footer in letters, digits or placeholders.');

/** One footer for every language, or one for each. */
export const FooterTemplate = z
  .union([Template, z.record(Language, Template).refine(hasOne, 'Write at least one wording.')])
  .describe(
    'Placeholders: {years} {publication} {holder} {headline} {canonicalUrl} {licenceId} {verifyUrl}',
  );

const Heading = Line.max(200).regex(
  /[\p{L}\p{N}\p{S}]|\{/u,
  'Write the heading in letters, digits or {publication}.',
);

/** One heading of the latest block for every language, or one for each. */
export const HeadingWording = z
  .union([Heading, z.record(Language, Heading).refine(hasOne, 'Write at least one wording.')])
  .describe('Placeholder: {publication}');

const TimeZone = z
  .string()
  .refine(isTimeZone, 'Write an IANA time zone, such as Europe/Oslo.')
  .describe('IANA name; decides in which year a story counts as published');

const Fields = {
  name: Line,
  url: WebUrl.describe('Home page'),
  copyrightHolder: Line,
  copyrightSince: z.int().min(1700).max(9999).describe('First copyright year'),
  language: Language,
  contact: z.email('Write an e-mail address.'),
};

/** What an editor says of a publication. */
export const PublicationBody = z
  .strictObject({
    ...Fields,
    timeZone: TimeZone.default('UTC'),
    footerTemplate: FooterTemplate.nullable().default(null).describe('Absent: our own wording'),
    latestBlock: z
      .strictObject({
        count: z.int().min(0).max(20).describe('At most so many; 0 for none'),
        heading: HeadingWording.nullable()
          .default(null)
          .describe("Absent: our own wording in the story's language"),
      })
      .nullable()
      .default(null)
      .describe('The latest stories of the publication, listed after the footer of each'),
  })
  .meta({ id: 'PublicationBody' });

export const PublicationReply = z
  .object({
    slug: z.string(),
    ...Fields,
    timeZone: z.string(),
    footerTemplate: FooterTemplate.nullable(),
    latestBlock: z.object({ count: z.int(), heading: HeadingWording.nullable() }).nullable(),
  })
  .meta({ id: 'Publication' });

function hasOne(templates: object): boolean {
  return Object.keys(templates).length > 0;
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}
