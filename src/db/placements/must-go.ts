import { sql } from 'kysely';

/**
 * Whether placement `p` is to be taken back whatever else holds: the story was killed, or withheld
 * until it is released. Nothing at the destination or the outlet keeps that waiting.
 */
export const mustGo = sql<boolean>`coalesce(p.wanted_reason in ('killed', 'withheld'), false)`;
