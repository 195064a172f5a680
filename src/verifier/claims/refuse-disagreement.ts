import { isJsonObject, type JsonObject } from '../json-object.ts';
import { integrityOf } from '../page/canonical-text.ts';
import { type Refusal, refuse } from '../verdict.ts';
import type { LicenceClaims } from './claims.ts';
import { faultOfFeedTarget } from './feed-target.ts';
import { memberOf, permissionsOf } from './odrl-rules.ts';

/**
 * Holds the claims against one another: what the ODRL Agreement says of times, assignee and target
 * must be what the token says, and so must the times of `use`. Whoever reads one of them alone
 * must not read another licence.
 */
export function refuseDisagreement(claims: LicenceClaims): Refusal | undefined {
  const { use, nbf, exp, odrl, footer } = claims;
  if (Date.parse(use.from) !== nbf * 1000 || Date.parse(use.until) !== exp * 1000) {
    return disagree('The times of "use" are not those of the token.');
  }
  const notice = footer.text ?? footer.template ?? '';
  if (integrityOf(notice) !== footer.integrity) {
    return disagree('The footer is not the one that its integrity was computed from.');
  }
  const permissions = permissionsOf(odrl);
  if (permissions.length === 0) return disagree('The ODRL agreement permits nothing.');
  for (const permission of permissions) {
    const fault =
      faultOfInterval(permission, claims) ??
      faultOfParty(permission.assignee ?? memberOf(odrl, 'assignee'), claims) ??
      faultOfTarget(permission.target ?? memberOf(odrl, 'target'), claims);
    if (fault) return disagree(fault);
  }
  return undefined;
}

function disagree(reason: string): Refusal {
  return refuse('terms-disagree', reason);
}

function faultOfInterval(permission: JsonObject, { nbf, exp }: LicenceClaims): string | undefined {
  const bounds = dateTimes(permission.constraint);
  const begins = bounds.filter(({ operator }) => operator === 'gteq' || operator === 'gt');
  const ends = bounds.filter(({ operator }) => operator === 'lt' || operator === 'lteq');
  const isSame =
    begins.length > 0 &&
    ends.length > 0 &&
    begins.length + ends.length === bounds.length &&
    begins.every(({ at }) => at === nbf * 1000) &&
    ends.every(({ at }) => at === exp * 1000);
  return isSame ? undefined : 'The times of the ODRL agreement are not those of the token.';
}

interface Bound {
  operator: unknown;
  /** Epoch milliseconds; NaN for what is no time. */
  at: number;
}

/** The constraints on time, those inside `and` among them (ODRL Information Model 2.2, 2.5). */
function dateTimes(constraint: unknown): Bound[] {
  const pending: unknown[] = [constraint];
  const found: Bound[] = [];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (Array.isArray(next)) for (const item of next) pending.push(item ?? false);
    else if (isJsonObject(next)) {
      if (isDateTime(next.leftOperand)) found.push(boundOf(next));
      for (const operand of ['and', 'or', 'xone', 'andSequence', '@list']) {
        if (next[operand] !== undefined) pending.push(next[operand]);
      }
    }
  }
  return found;
}

function isDateTime(leftOperand: unknown): boolean {
  return leftOperand === 'dateTime' || leftOperand === 'odrl:dateTime';
}

function boundOf({ operator, rightOperand }: JsonObject): Bound {
  const value = isJsonObject(rightOperand) ? rightOperand['@value'] : rightOperand;
  const name = typeof operator === 'string' ? operator.replace(/^odrl:/, '') : operator;
  return { operator: name, at: typeof value === 'string' ? Date.parse(value) : Number.NaN };
}

function faultOfParty(assignee: unknown, { sub }: LicenceClaims): string | undefined {
  return names(assignee, sub) ? undefined : 'The ODRL agreement is with somebody else.';
}

function faultOfTarget(target: unknown, { article, feed }: LicenceClaims): string | undefined {
  if (feed) return faultOfFeedTarget(target, feed);
  if (!article || idOf(target) === article.href || names(target, article.id)) return undefined;
  return 'The ODRL agreement is about something else.';
}

/** Whether a party or an asset is called by an id: bare, as a URN, or as the end of a URL. */
function names(value: unknown, id: string): boolean {
  const name = idOf(value);
  return name !== undefined && (name === id || name === `urn:uuid:${id}` || lastOf(name) === id);
}

function idOf(value: unknown): string | undefined {
  const id = isJsonObject(value) ? (value.uid ?? value['@id']) : value;
  return typeof id === 'string' ? id : undefined;
}

function lastOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).pathname.split('/').at(-1) : undefined;
}
