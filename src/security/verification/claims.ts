import { z } from 'zod';
import type { LicenceClaims } from '../../domain/claims.ts';
import { MEDIA } from '../../domain/media.ts';
import { EDIT_LEVELS, IMAGE_LEVELS } from '../../domain/use.ts';
import { webOrigin } from './audience.ts';
import { turnDown, type Verdict } from './verdict.ts';

const Text = z.string().min(1);
const Version = z.int().min(1);
const Integrity = z.string().regex(/^sha256-[A-Za-z0-9+/]{43}=$/);
const Urn = z.string().regex(/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const Origin = z.string().refine((origin) => webOrigin(origin) !== undefined);
const Instant = z.iso.datetime({ offset: true });

const Article = z.looseObject({
  id: Text,
  version: Version,
  href: Text,
  headline: z.string(),
  lang: Text,
  integrity: Integrity,
});

const Use = z.looseObject({
  media: z.array(z.enum(MEDIA)).min(1),
  territories: z.array(Text).min(1),
  excludeTerritories: z.array(Text).exactOptional(),
  languages: z.array(Text).min(1),
  from: Instant,
  until: Instant,
  edits: z.enum(EDIT_LEVELS),
  images: z.enum(IMAGE_LEVELS),
});

/** Claims that a licence needs; more may stand beside them. */
const Claims = z.looseObject({
  iss: Text,
  sub: Text,
  aud: z.array(Origin).min(1),
  jti: Urn,
  iat: z.int(),
  nbf: z.int(),
  exp: z.int(),
  article: Article,
  footer: z.looseObject({
    text: Text,
    integrity: Integrity,
    required: z.literal(true),
    position: z.literal('after-body'),
  }),
  use: Use,
  credit: z.looseObject({
    creditText: z.string(),
    copyrightHolder: z.string(),
    copyrightYear: z.int(),
    canonical: Text,
  }),
  terms: z.looseObject({ uri: Text, version: Version, integrity: Integrity }),
  odrl: z.custom<LicenceClaims['odrl']>((value) => typeof value === 'object' && value !== null),
  status: z
    .looseObject({ status_list: z.looseObject({ idx: z.int().min(0), uri: Text }) })
    .exactOptional(),
  log: z.looseObject({ origin: Text, mmd: z.int().min(1) }),
  correction: z.enum(['follow', 'fixed']),
  prev: Urn.exactOptional(),
  series: Urn,
}) satisfies z.ZodType<LicenceClaims>;

/** Whether every claim is there and is what it should be; the first that is not is named. */
export function readClaims(payload: Record<string, unknown>): LicenceClaims | Verdict {
  const { success, data, error } = Claims.safeParse(payload);
  if (success) return data;
  const path = error.issues[0]?.path ?? [];
  const name = path.map(String).join('.');
  return valueAt(payload, path) === undefined
    ? turnDown('claims-missing', `The claim "${name}" is missing.`)
    : turnDown('claims-invalid', `The claim "${name}" is not what a licence says there.`);
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (within, key) =>
      Object.hasOwn(Object(within), key) ? Reflect.get(Object(within), key) : undefined,
    value,
  );
}
