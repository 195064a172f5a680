import type { LatestBlock } from '../../domain/latest-heading.ts';
import type { KeyPurpose, KeyState } from '../../domain/signing-keys.ts';
import type { DefaultTime, Json, OptionalJson, OptionalTime, Time } from './columns.ts';

export type Role = 'admin' | 'editor' | 'auditor' | 'outlet';

export interface Contact {
  email: string;
  name: string | null;
}

export interface PartiesTables {
  setting: { name: string; value: string };
  publication: {
    id: string;
    slug: string;
    name: string;
    url: string;
    copyright_holder: string;
    copyright_since: number;
    language: string;
    time_zone: string;
    footer_template: OptionalJson<string | Record<string, string>>;
    latest_block: OptionalJson<LatestBlock>;
    contact: string;
    created_at: DefaultTime;
    updated_at: DefaultTime;
  };
  wording: {
    publication: string;
    version: number;
    name: string;
    copyright_holder: string;
    footer_template: OptionalJson<string | Record<string, string>>;
    latest_heading: OptionalJson<string | Record<string, string>>;
    created_at: Time;
  };
  policy: {
    publication: string;
    version: number;
    document: Json<unknown>;
    created_at: DefaultTime;
  };
  terms: {
    slug: string;
    version: number;
    document: string;
    integrity: string;
    created_at: DefaultTime;
  };
  outlet: {
    id: string;
    name: string;
    origins: Json<string[]>;
    country: string;
    class: string | null;
    tags: Json<string[]>;
    contacts: Json<Contact[]>;
    /** Null: it is not suspended. */
    suspended_at: OptionalTime;
    suspend_reason: string | null;
    reinstated_at: OptionalTime;
    created_at: DefaultTime;
    updated_at: DefaultTime;
  };
  api_key: {
    id: string;
    name: string;
    prefix: string;
    hash: Buffer;
    role: Role;
    outlet: string | null;
    publications: OptionalJson<string[]>;
    expires_at: OptionalTime;
    revoked_at: OptionalTime;
    created_at: DefaultTime;
  };
  signing_key: {
    kid: string;
    purpose: KeyPurpose;
    state: KeyState;
    public_jwk: Json<Record<string, string>>;
    private_key: string | null;
    published_at: Time;
    activates_at: Time;
    activated_at: OptionalTime;
    retired_at: OptionalTime;
    archived_at: OptionalTime;
    compromised_at: OptionalTime;
    compromise_reason: string | null;
    last_exp: OptionalTime;
  };
}
