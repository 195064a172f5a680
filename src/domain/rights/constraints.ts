import { formatInstant, type Instant } from '../instant.ts';
import { isWorld } from '../territories.ts';
import type { GrantedUse } from '../use.ts';
import type { AgreementFacts } from './agreement-facts.ts';
import type { OdrlConstraint, OdrlValue } from './odrl.ts';

/** ISO 3166-1 alpha-2 as the IPTC names it. */
const COUNTRY = 'http://cvx.iptc.org/iso3166-1a2/';

/** When, where, in which media and languages, and which version: what bounds every permission. */
export function sharedConstraints(facts: AgreementFacts): OdrlConstraint[] {
  const { use, origins } = facts;
  return [
    ...whenAndWhich(facts),
    ...territories(use),
    { leftOperand: 'deliveryChannel', operator: 'isAnyOf', rightOperand: use.media },
    { leftOperand: 'language', operator: 'isAnyOf', rightOperand: use.languages },
    { leftOperand: 'virtualLocation', operator: 'isAnyOf', rightOperand: origins.map(named) },
  ];
}

/** The interval, and the version where it is one. */
export function whenAndWhich({ use, version }: AgreementFacts): OdrlConstraint[] {
  return [
    { leftOperand: 'dateTime', operator: 'gteq', rightOperand: dateTime(use.from) },
    { leftOperand: 'dateTime', operator: 'lt', rightOperand: dateTime(use.until) },
    ...(version === null ? [] : [isVersion(version)]),
  ];
}

function isVersion(version: number): OdrlConstraint {
  return { leftOperand: 'version', operator: 'eq', rightOperand: String(version) };
}

/** An instant as ODRL compares it. */
export function dateTime(instant: Instant): OdrlValue {
  return { '@value': formatInstant(instant), '@type': 'xsd:dateTime' };
}

/** The world is no constraint, but for what it goes without. */
function territories({ territories: granted, excludeTerritories }: GrantedUse): OdrlConstraint[] {
  if (!isWorld(granted)) return [spatial('isAnyOf', granted)];
  return excludeTerritories.length > 0 ? [spatial('isNoneOf', excludeTerritories)] : [];
}

function spatial(operator: 'isAnyOf' | 'isNoneOf', codes: readonly string[]): OdrlConstraint {
  const rightOperand = codes.map((code) => named(`${COUNTRY}${code}`));
  return { leftOperand: 'spatial', operator, rightOperand };
}

function named(iri: string): OdrlValue {
  return { '@id': iri };
}
