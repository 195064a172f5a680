import { z } from 'zod';
import { InstantText } from './instant.ts';
import { listOf } from './list.ts';
import { TerritoryCode } from './territories.ts';
import { Line, Prose } from './text.ts';

const Origin = z
  .string()
  .max(300)
  .refine(isOrigin, {
    abort: true,
    error: 'Write a web origin: scheme and host, no path, such as https://news.example.',
  })
  .overwrite((text) => new URL(text).origin);

const Email = z.email('Write an e-mail address.');

const ContactBody = z
  .union([Email, z.strictObject({ email: Email, name: Line.nullable().default(null) })])
  .transform((contact) => (typeof contact === 'string' ? { email: contact, name: null } : contact));

const Fields = {
  name: Line,
  origins: listOf(Origin).describe('Web origins that it may publish on'),
  country: TerritoryCode,
  class: Line.nullable(),
  tags: listOf(Line, { least: 0 }),
  contacts: z.array(ContactBody).max(50),
};

export const OutletBody = z
  .strictObject({
    ...Fields,
    class: Fields.class.default(null),
    tags: Fields.tags.default([]),
    contacts: Fields.contacts.default([]),
  })
  .meta({ id: 'OutletBody' });

export const OutletChange = z.strictObject(Fields).partial().meta({ id: 'OutletChange' });

/** Why something is done to an outlet. */
export const ReasonBody = z.strictObject({ reason: Prose }).meta({ id: 'Reason' });

export const OutletReply = z
  .object({
    id: z.uuid(),
    name: z.string(),
    origins: z.array(z.string()),
    country: z.string(),
    class: z.string().nullable(),
    tags: z.array(z.string()),
    contacts: z.array(z.object({ email: z.string(), name: z.string().nullable() })),
    state: z.enum(['active', 'suspended']),
    suspendedAt: InstantText.nullable(),
    suspendReason: z.string().nullable(),
    createdAt: InstantText,
    updatedAt: InstantText,
  })
  .meta({ id: 'Outlet' });

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const bare = text.toLowerCase().replace(/\/$/, '');
  return /^https?:$/.test(url.protocol) && url.host !== '' && bare === stated(url);
}

/** The origin as it was written: with its default port or without. */
function stated(url: URL): string {
  return `${url.protocol}//${url.host}`;
}
