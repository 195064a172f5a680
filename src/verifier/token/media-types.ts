/** The media type of a licence, as its header's `typ` (RFC 8725 section 3.11). */
export const LICENCE_TYP = 'reprint-licence+jwt';

/** The media type of a Status List Token (IETF Token Status List, section 5.1). */
export const STATUS_LIST_TYP = 'statuslist+jwt';

/** The one algorithm that signs licences and status lists (RFC 7518 section 3.4). */
export const ALGORITHM = 'ES256';
