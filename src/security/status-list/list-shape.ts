/** Licences that one list has room for; a power of two, so that places can be permuted by bits. */
export const LIST_SIZE = 131_072;

/** Bits of a position in a list: its size is two to the power of these. */
export const POSITION_BITS = 17;

/** Two bits hold the four statuses of licences. */
export const LIST_BITS = 2;

/** How long a list may be used before it is fetched anew. */
export const LIST_TTL_SECONDS = 300;

/** How long a signed list can be shown; by then it has been signed again, changed or not. */
export const LIST_LIFETIME_SECONDS = 86_400;
