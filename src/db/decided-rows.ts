import type { LicenceRow, RequestRow } from './decisions.ts';
import type { Licence } from './licences.ts';
import type { Request } from './requests.ts';
import type { CodedMessage } from './schema.ts';

/** A licence as reading it back would give it, without the round trip. */
export function licenceOf(row: LicenceRow): Licence {
  return {
    ...row,
    after_expiry: row.after_expiry === 'keepPublished' ? 'keepPublished' : 'remove',
    successor: null,
    feed_since: instantOrNull(row.feed_since),
    from_at: Date.parse(row.from_at),
    until_at: Date.parse(row.until_at),
    embargo_until: instantOrNull(row.embargo_until),
    renewed_at: instantOrNull(row.renewed_at),
    suspended_at: null,
    suspend_reason: null,
    reinstated_at: null,
    told_version: null,
    scheduled: [],
    ended_at: null,
    end_reason: null,
    created_at: Date.parse(row.created_at),
  };
}

/** A request as reading it back would give it. */
export function requestOf(row: RequestRow): Request {
  return {
    ...row,
    reasons: row.reasons as CodedMessage[],
    created_at: Date.parse(row.created_at),
    decided_at: instantOrNull(row.decided_at),
  };
}

function instantOrNull(text: string | null): number | null {
  return text === null ? null : Date.parse(text);
}
