import { feedInWords } from '../../domain/feed-words.ts';
import { formatInstant } from '../../domain/instant.ts';
import type { BundleVerdict, LicenceClaims } from '../../verifier/index.ts';

/** An answer as lines for people. */
export function tellVerdict(verdict: BundleVerdict): string[] {
  const { code, reason, asOf, statusAsOf, successor, page, logged, claims, keysFrom } = verdict;
  return [
    `${code}: ${reason}`,
    ...line('as of', formatInstant(asOf)),
    ...line('status', statusAsOf === undefined ? undefined : formatInstant(statusAsOf)),
    ...line('successor', successor),
    ...(claims ? tellClaims(claims) : []),
    ...line('story', verdict.article && STORIES[verdict.article]),
    ...line('body', page?.body),
    ...line('footer', page?.footer),
    ...line('log', logged && 'it holds the licence'),
    ...(keysFrom === 'bundle' ? [OWN_KEYS] : []),
  ];
}

const STORIES = { covered: 'it is one of the feed', unjudged: 'none was judged' } as const;

const OWN_KEYS =
  'The keys are those of the bundle. Hold them against the issuer with --url, or with --keys.';

function tellClaims(claims: LicenceClaims): string[] {
  const { jti, iss, sub, aud, nbf, exp, article, feed, credit } = claims;
  return [
    ...line('licence', jti),
    ...line('issuer', iss),
    ...line('outlet', sub),
    ...line('article', article && `${article.id}, version ${article.version}`),
    ...line('headline', article?.headline),
    ...line('feed', feed && feedInWords(credit.creditText, feed.filter)),
    ...line('at', aud.join(', ')),
    ...line('from', formatInstant(nbf * 1000)),
    ...line('until', formatInstant(exp * 1000)),
  ];
}

/** What a licence says is its issuer's to write: nothing of it may move the terminal's cursor. */
function line(name: string, value: string | undefined): string[] {
  return value === undefined ? [] : [`${name.padEnd(10)}${value.replace(/\p{C}/gu, ' ')}`];
}

/** An answer for programs. */
export function verdictDocument(verdict: BundleVerdict): object {
  const { asOf, statusAsOf, ...said } = verdict;
  return {
    ...said,
    asOf: formatInstant(asOf),
    ...(statusAsOf !== undefined && { statusAsOf: formatInstant(statusAsOf) }),
  };
}
