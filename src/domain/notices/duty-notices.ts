import type { RemovalCause } from './copy-notices.ts';

/** What terms ask of an outlet within a time, counted from when it was told. */
export type Duty = 'report' | 'removal' | 'correction';

/** Notices on what an outlet owes for a text: to its own people, and to the house. */
export interface DutyNoticeFacts {
  /** It says where a text runs that had to go. */
  'copy-reported': { headline: string; outlet: string; url: string; why: RemovalCause };
  /** What its terms ask for was not done in time. */
  'duty-overdue': { headline: string; outlet: string; duty: Duty; until: string };
}
