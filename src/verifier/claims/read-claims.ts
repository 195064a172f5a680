import { isJsonObject, type JsonObject } from '../json-object.ts';
import { webOrigin } from '../parties.ts';
import { isNumericDate } from '../times.ts';
import { type Refusal, refuse } from '../verdict.ts';
import { EDIT_LEVELS, IMAGE_LEVELS, type LicenceClaims, MEDIA } from './claims.ts';
import { listOf, matching, members, oneOf, where } from './shapes.ts';

const text = where((value) => typeof value === 'string' && value !== '');
const string = where((value) => typeof value === 'string');
const integer = where(Number.isSafeInteger);
const count = where((value) => Number.isSafeInteger(value) && Number(value) >= 0);
const version = where((value) => Number.isSafeInteger(value) && Number(value) >= 1);
const positive = where((value) => typeof value === 'number' && value > 0);
const second = where(isNumericDate);
const integrity = matching(/^sha256-[A-Za-z0-9+/]{43}=$/);
const urn = matching(/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const origin = where((value) => webOrigin(value) !== undefined);
const object = where(isJsonObject);
const texts = listOf(text);
/** RFC 3339 in full. */
const instant = where(
  (value) =>
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/.test(value) &&
    !Number.isNaN(Date.parse(value)),
);

const article = members({
  id: text,
  version,
  href: text,
  headline: string,
  lang: text,
  integrity,
});

const use = members(
  {
    media: listOf(oneOf(MEDIA), 1),
    territories: listOf(text, 1),
    languages: listOf(text, 1),
    from: instant,
    until: instant,
    edits: oneOf(EDIT_LEVELS),
    images: oneOf(IMAGE_LEVELS),
  },
  { excludeTerritories: texts },
);

const filter = members(
  {},
  {
    ...{ subject: listOf(text, 1), language: listOf(text, 1) },
    ...{ maxAgeHours: positive, minWords: count, maxWords: count },
  },
);

/** Claims that every licence needs; more may stand beside them. */
const licence = members(
  {
    iss: text,
    sub: text,
    aud: listOf(origin, 1),
    jti: urn,
    iat: second,
    nbf: second,
    exp: second,
    footer: members(
      { integrity, required: oneOf([true]), position: oneOf(['after-body']) },
      { text, template: text },
    ),
    use,
    credit: members({
      creditText: string,
      copyrightHolder: string,
      copyrightYear: integer,
      canonical: text,
    }),
    terms: members({ uri: text, version, integrity }),
    status: members({ status_list: members({ idx: count, uri: text }) }),
    odrl: object,
    log: members({ origin: text, mmd: count }),
    correction: oneOf(['follow', 'fixed']),
    series: urn,
  },
  {
    article,
    feed: members({ publication: text, filter }),
    prev: urn,
  },
);

/** Whether every claim is there and is what it should be; the first that is not is named. */
export function readClaims(payload: JsonObject): { claims: LicenceClaims } | Refusal {
  const fault = licence(payload);
  if (fault?.missing) return missing(fault.path);
  if (fault) {
    return refuse('claims-invalid', `The claim "${fault.path}" is not what a licence says there.`);
  }
  // The shapes above are these claims, member by member.
  const claims = payload as unknown as LicenceClaims;
  return refuseCoverage(claims) ?? { claims };
}

/** A licence is for one article, whose footer stands in it, or for a feed, with a template. */
function refuseCoverage({ article, feed, footer }: LicenceClaims): Refusal | undefined {
  if (article && feed) {
    return refuse('claims-invalid', 'A licence is for an article or for a feed, not for both.');
  }
  if (!article && !feed) return missing('article');
  if (article && footer.text === undefined) return missing('footer.text');
  if (feed && footer.template === undefined) return missing('footer.template');
  return undefined;
}

function missing(path: string): Refusal {
  return refuse('claims-missing', `The claim "${path}" is missing.`);
}
