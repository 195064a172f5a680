import type { RemovalCause } from './copy-notices.ts';

/** What terms ask of an outlet within a time, counted from when it was told. */
export type Duty = 'report' | 'removal' | 'correction';

/** Notices on what outlets owe for texts. */
export interface DutyNoticeFacts {
  /** To the outlet and to the house: it says where a text runs that had to go. */
  'copy-reported': { headline: string; outlet: string; url: string; why: RemovalCause };
  /** To the outlet: what its terms ask for was not done in time. */
  'duty-overdue': { headline: string; duty: Duty; until: string };
  /** To the house: the same of one story, at these outlets. */
  'duties-overdue': {
    headline: string;
    duty: Duty;
    outlets: readonly { name: string; until: string }[];
  };
}
