import { formatInstant, type Instant } from './instant.ts';
import { listing } from './listing.ts';
import { aboutUse, type Reason } from './reason.ts';
import type { Terms } from './terms.ts';

/** How many licences a publication grants to one outlet in a calendar month of its own. */
export interface Quota {
  perOutletPerMonth: number;
  /** What becomes of the next request: a person decides, or it is refused. */
  then: 'refer' | 'refuse';
}

/** A live licence of another outlet that a new one would collide with. */
export interface Collision {
  licence: string;
  /** That one is exclusive; otherwise it is the new one that would be. */
  held: boolean;
  /** Where they meet, as far as that can be said: codes, or the world. */
  territories: readonly string[];
  /** When the exclusivity, or the licence in its way, ends. */
  until: Instant;
}

/** What the record already holds that a new licence is counted against. */
export interface Standing {
  /** The publication's calendar month: `2026-03`. */
  month: string;
  /** Licences granted to the outlet by the publication in that month, revoked ones too. */
  granted: number;
  /** Licences of the publication that the outlet holds now. */
  live: number;
  collisions: readonly Collision[];
}

/** Why the terms do not allow one licence more, whoever grants it. */
export function beyondBounds(terms: Terms, standing: Standing): Reason[] {
  return [...tooManyLive(terms, standing), ...standing.collisions.slice(0, 1).map(collides)];
}

/** Why the quota does not allow one licence more. */
export function beyondQuota(quota: Quota | undefined, { granted, month }: Standing): Reason[] {
  if (!quota || granted < quota.perOutletPerMonth) return [];
  const message = `The quota for ${month} is used up: ${granted} granted of ${quota.perOutletPerMonth}.`;
  return [{ code: 'quota-reached', message }];
}

function tooManyLive({ limits }: Terms, { live }: Standing): Reason[] {
  if (limits.liveAtOnce === null || live < limits.liveAtOnce) return [];
  const message = `The terms allow ${limits.liveAtOnce} of this publication's licences at once, and you hold ${live}. Ask again when one has ended.`;
  return [{ code: 'live-limit-reached', message }];
}

function collides({ held, territories, until }: Collision): Reason {
  const where = listing(territories);
  const message = held
    ? `Another outlet has this article to itself in ${where} until ${formatInstant(until)}.`
    : `These terms are exclusive, and another outlet holds a licence in ${where} until ${formatInstant(until)}.`;
  return aboutUse('territories', held ? 'held-exclusively' : 'not-exclusive', message);
}
