import type { Json, Time } from './columns.ts';

export interface ExclusivityTables {
  /** Written by the database alone, see the migration. */
  exclusive_slot: {
    licence: string;
    article: string;
    outlet: string;
    territories: Json<string[]>;
    exclude_territories: Json<string[]>;
    from_at: Time;
    until_at: Time;
  };
}
