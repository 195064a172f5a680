import type { OptionalJson, Time } from './columns.ts';

export interface ConversationsTables {
  request_message: {
    id: string;
    request: string;
    side: 'outlet' | 'house';
    text: string | null;
    use: OptionalJson<unknown>;
    terms_slug: string | null;
    terms_version: number | null;
    offered_use: OptionalJson<unknown>;
    answers: string | null;
    accepts: boolean | null;
    created_at: Time;
  };
}
