import type { Fee } from '../terms.ts';
import type { AgreementFacts } from './agreement-facts.ts';
import { dateTime } from './constraints.ts';
import type { OdrlDuty } from './odrl.ts';

const CURRENCY = 'http://cvx.iptc.org/iso4217a/';

/** What a reprint owes: the credit, and by the terms the report of the page and the fee. */
export function reprintDuties({ assigner, terms }: AgreementFacts): OdrlDuty[] {
  const { report, fee } = terms;
  return [
    { action: 'attribute', attributedParty: assigner },
    ...(report ? [reportDuty(assigner, report.withinHours)] : []),
    ...(fee ? [feeDuty(assigner, fee)] : []),
  ];
}

/** What an edit owes before it is printed. */
export function editDuties({ assigner, terms }: AgreementFacts): OdrlDuty[] {
  const { approval } = terms.edits;
  return approval === 'none' ? [] : [{ action: 'obtainConsent', consentingParty: assigner }];
}

/** What a translation owes before it is printed. */
export function translationDuties({ assigner, terms }: AgreementFacts): OdrlDuty[] {
  const asks = terms.translation === 'withApproval';
  return asks ? [{ action: 'obtainConsent', consentingParty: assigner }] : [];
}

/** Copies go when the licence ends, unless what was published within it may stay. */
export function lastingDuties({ use, terms }: AgreementFacts): OdrlDuty[] {
  if (terms.afterExpiry === 'keepPublished') return [];
  const rightOperand = dateTime(use.until);
  return [
    { action: 'delete', constraint: [{ leftOperand: 'dateTime', operator: 'gteq', rightOperand }] },
  ];
}

function reportDuty(informedParty: string, hours: number): OdrlDuty {
  const rightOperand = { '@value': `PT${hours}H`, '@type': 'xsd:duration' };
  return {
    action: 'inform',
    informedParty,
    constraint: [{ leftOperand: 'delayPeriod', operator: 'lteq', rightOperand }],
  };
}

function feeDuty(compensatedParty: string, fee: Fee): OdrlDuty {
  const rightOperand = { '@value': majorUnits(fee), '@type': 'xsd:decimal' };
  const unit = `${CURRENCY}${fee.currency}`;
  return {
    action: 'compensate',
    compensatedParty,
    constraint: [{ leftOperand: 'payAmount', operator: 'eq', rightOperand, unit }],
  };
}

/** An amount in minor units as a decimal of the currency: 12050 EUR cents are `120.50`. */
function majorUnits({ amount, currency }: Fee): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  if (digits === 0) return String(amount);
  const padded = String(amount).padStart(digits + 1, '0');
  return `${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
}
