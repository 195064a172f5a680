import { type OdrlAgreement, RIGHTSML_PROFILE } from './odrl.ts';

/** The member `rightsInfo` of ninjs 3 (IPTC): one expression, in the language that it names. */
export interface NinjsRightsInfo {
  langId: string;
  encodedRights: string;
}

/** An agreement as ninjs carries it: as text, under the name of the language it is in. */
export function ninjsRightsInfo(agreement: OdrlAgreement): NinjsRightsInfo {
  return { langId: RIGHTSML_PROFILE, encodedRights: JSON.stringify(agreement) };
}
