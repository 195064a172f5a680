import type { OptionalTime, Time } from './columns.ts';

export interface StatusTables {
  status_list: {
    uri: string;
    ends_at: Time;
    version: number;
    signed_at: OptionalTime;
    /** Thumbprint of the key that signed the newest version. */
    signed_kid: string | null;
  };
  status_version: {
    list: string;
    version: number;
    issued_at: Time;
    expires_at: Time;
    token: string;
  };
  status_change: {
    id: number;
    list: string;
  };
}
