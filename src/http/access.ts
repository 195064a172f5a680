import type { Caller } from '../context.ts';

export type Role = NonNullable<Caller['role']>;

/** Who may use a route. An admin is never implied: a route names every role that it lets in. */
export type Access = 'public' | readonly Role[];

export const ADMINS = ['admin'] as const satisfies Access;
/** Those who write on behalf of a publication. */
export const EDITORS = ['admin', 'editor'] as const satisfies Access;
/** Everyone of the house, who may read what no outlet may. */
export const STAFF = ['admin', 'editor', 'auditor'] as const satisfies Access;
/** Those who look after the house's record. */
export const AUDITORS = ['admin', 'auditor'] as const satisfies Access;
export const OUTLETS = ['outlet'] as const satisfies Access;
/** An outlet for its own rows, an admin for all. */
export const OUTLETS_AND_ADMINS = ['admin', 'outlet'] as const satisfies Access;
/** An outlet for its own rows; admin and auditor for all. */
export const OUTLETS_AND_AUDITORS = ['admin', 'auditor', 'outlet'] as const satisfies Access;
/** Anyone with a key. */
export const EVERYONE = ['admin', 'editor', 'auditor', 'outlet'] as const satisfies Access;
