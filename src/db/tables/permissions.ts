import type { AskedFeed, Feed } from '../../domain/feed.ts';
import type { LicenceChange, LicenceState } from '../../domain/licence-life.ts';
import type {
  CodedMessage,
  DefaultTime,
  Json,
  OptionalJson,
  OptionalTime,
  Time,
} from './columns.ts';

export interface PermissionsTables {
  request: {
    id: string;
    outlet: string;
    publication: string;
    article: string | null;
    feed: OptionalJson<AskedFeed>;
    use: Json<unknown>;
    state: 'granted' | 'refused' | 'pending';
    reasons: Json<CodedMessage[]>;
    policy_version: number | null;
    trace: Json<unknown>;
    licence: string | null;
    note: string | null;
    created_at: DefaultTime;
    decided_at: OptionalTime;
  };
  licence: {
    id: string;
    series: string;
    prev: string | null;
    successor: string | null;
    request: string;
    outlet: string;
    publication: string;
    /** Null for a standing licence. */
    article: string | null;
    article_version: number | null;
    feed: OptionalJson<Feed>;
    feed_since: OptionalTime;
    state: LicenceState;
    use: Json<unknown>;
    terms_slug: string;
    terms_version: number;
    /** The list's address. */
    status_list: string;
    status_index: number;
    /** Thumbprint of the key that signed it. */
    kid: string;
    after_expiry: 'remove' | 'keepPublished';
    correction: 'follow' | 'fixed';
    /** Minutes. */
    report_within: number | null;
    removal_within: number | null;
    correction_within: number | null;
    advance: boolean;
    from_at: Time;
    until_at: Time;
    embargo_until: OptionalTime;
    renewed_at: OptionalTime;
    suspended_at: OptionalTime;
    suspend_reason: string | null;
    reinstated_at: OptionalTime;
    told_version: number | null;
    footer: string;
    token: string;
    ended_at: OptionalTime;
    end_reason: string | null;
    created_at: DefaultTime;
  };
  licence_change: {
    licence: string;
    change: LicenceChange;
    reason: string;
    effective_at: Time;
    created_at: DefaultTime;
  };
}
