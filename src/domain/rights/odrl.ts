/** The part of ODRL 2.2 in JSON-LD that a licence uses (W3C, ODRL Information Model). */
export interface OdrlConstraint {
  leftOperand: string;
  operator: 'eq' | 'gteq' | 'lt' | 'lteq' | 'isAnyOf' | 'isNoneOf';
  rightOperand: OdrlValue | readonly OdrlValue[];
  unit?: string;
}

/** A literal, a typed literal, or something that is named by its IRI. */
export type OdrlValue = string | number | { '@value': string; '@type': string } | { '@id': string };

export interface OdrlDuty {
  action: string;
  attributedParty?: string;
  informedParty?: string;
  consentingParty?: string;
  compensatedParty?: string;
  constraint?: readonly OdrlConstraint[];
}

export interface OdrlRule {
  action: readonly string[];
  constraint?: readonly OdrlConstraint[];
  duty?: readonly OdrlDuty[];
}

/** Assets of a collection that is named by its IRI, or those of them that a refinement leaves. */
export type OdrlCollection = { '@type': 'AssetCollection' } & (
  | { uid: string }
  | { source: string; refinement: readonly OdrlConstraint[] }
);

/**
 * An agreement in the RightsML 2.0 profile. Parties and asset stand once, for all its rules
 * (ODRL Information Model, section 2.7.1).
 */
export interface OdrlAgreement {
  '@context': readonly string[];
  '@type': 'Agreement';
  uid: string;
  profile: string;
  assigner: string;
  assignee: string;
  target: string | OdrlCollection;
  permission: readonly OdrlRule[];
  prohibition: readonly OdrlRule[];
  obligation?: readonly OdrlDuty[];
}

export const ODRL_CONTEXT = [
  'http://www.w3.org/ns/odrl.jsonld',
  'https://iptc.org/std/RightsML/odrl-profile/rightsml.jsonld',
] as const;

/** The profile of the IPTC (RightsML 2.0). */
export const RIGHTSML_PROFILE = 'https://iptc.org/std/RightsML/odrl-profile/';
