import { publicLicenceOf } from '../public-terms.ts';
import type { AgreementFacts } from './agreement-facts.ts';
import { sharedConstraints, whenAndWhich } from './constraints.ts';
import { editDuties, lastingDuties, reprintDuties, translationDuties } from './duties.ts';
import {
  ODRL_CONTEXT,
  type OdrlAgreement,
  type OdrlConstraint,
  type OdrlRule,
  RIGHTSML_PROFILE,
} from './odrl.ts';

/**
 * A licence as an ODRL 2.2 agreement in the IPTC's RightsML 2.0 profile.
 *
 * It says what was granted and nothing beside it: what ODRL has no word for (where a notice
 * stands, how an advert may look) is said by the terms alone, to which the licence points.
 *
 * Where the terms rest on a public licence, nothing is added to it: the agreement says which version
 * is provided, from when until when, and forbids and demands nothing but the credit.
 *
 * @see https://www.w3.org/TR/odrl-model/
 */
export function odrlAgreement(facts: AgreementFacts): OdrlAgreement {
  const { licence, assigner, assignee, target } = facts;
  const isPublic = publicLicenceOf(facts.terms) !== null;
  const obligation = isPublic ? [] : lastingDuties(facts);
  return {
    '@context': ODRL_CONTEXT,
    '@type': 'Agreement',
    uid: licence,
    profile: RIGHTSML_PROFILE,
    assigner,
    assignee,
    target,
    permission: isPublic ? [asProvided(facts)] : permissions(facts),
    prohibition: isPublic ? [] : prohibitions(facts),
    ...(obligation.length > 0 && { obligation }),
  };
}

function asProvided(facts: AgreementFacts): OdrlRule {
  const duty = [{ action: 'attribute', attributedParty: facts.assigner }];
  return { action: ['reproduce', 'distribute'], constraint: whenAndWhich(facts), duty };
}

function permissions(facts: AgreementFacts): OdrlRule[] {
  const { use, terms } = facts;
  const constraint = [...sharedConstraints(facts), ...portion(facts)];
  const edits = editDuties(facts);
  const translation = translationDuties(facts);
  return [
    { action: ['reproduce', 'distribute'], constraint, duty: reprintDuties(facts) },
    ...(use.edits === 'none' ? [] : [owing({ action: ['modify'], constraint }, edits)]),
    ...(terms.translation === 'none'
      ? []
      : [owing({ action: ['translate'], constraint }, translation)]),
  ].map((rule) => (terms.limits.copies === null ? rule : inCopies(rule, terms.limits.copies)));
}

function owing(rule: OdrlRule, duty: OdrlRule['duty']): OdrlRule {
  return duty && duty.length > 0 ? { ...rule, duty } : rule;
}

function inCopies(rule: OdrlRule, copies: number): OdrlRule {
  const most = { leftOperand: 'count', operator: 'lteq', rightOperand: copies } as const;
  return { ...rule, constraint: [...(rule.constraint ?? []), most] };
}

const UNITS = {
  maxWords: 'https://schema.org/wordCount',
  maxParagraphs: 'http://purl.org/spar/doco/Paragraph',
} as const;

/** How much of the text, where it is not all. */
function portion({ terms }: AgreementFacts): OdrlConstraint[] {
  if (terms.portion === 'full') return [];
  const [unit, most] =
    'maxWords' in terms.portion
      ? [UNITS.maxWords, terms.portion.maxWords]
      : [UNITS.maxParagraphs, terms.portion.maxParagraphs];
  return [{ leftOperand: 'absoluteSize', operator: 'lteq', rightOperand: most, unit }];
}

function prohibitions({ use, terms }: AgreementFacts): OdrlRule[] {
  const forbidden = [
    ...(use.edits === 'none' ? ['modify'] : []),
    ...(terms.translation === 'none' ? ['translate'] : []),
    ...(terms.sale.resale ? [] : ['sell']),
    ...(terms.onward.sublicense ? [] : ['grantUse']),
  ];
  return forbidden.length > 0 ? [{ action: forbidden }] : [];
}
