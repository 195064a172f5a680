import { sql } from 'kysely';
import { mustGo } from './must-go.ts';

/**
 * When licence `l` has begun, the embargo on article `a` has lifted and, under a standing licence,
 * the window of the terms has opened for it: when placement `p` may be published.
 */
export const opens = sql<number>`greatest(l.from_at, a.embargo_until, p.opens_at)`;

/**
 * Whether what placement `p` wants may leave now, on the database's clock and rows as they are.
 *
 * Text goes only under an active licence `l` of an outlet `o` that is not suspended, for a live
 * article `a`, and not before it may be published unless the licence lets it go ahead, marked. A
 * withdrawal needs no right.
 */
export const hasRight = sql<boolean>`(p.wanted_op = 'withdraw'
  or (o.suspended_at is null and a.state = 'live' and l.state = 'active' and l.until_at > now()
    and (l.advance or ${opens} <= now())))`;

/**
 * Whether destination `d` takes what placement `p` wants. What must go also goes to those that are
 * paused, disabled or asked us to wait.
 */
export const isOpen = sql<boolean>`(${mustGo} or (d.state = 'active' and d.held_until <= now()))`;
