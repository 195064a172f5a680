/** Why the service itself stopped sending to a destination. */
export type StopCause = 'gone' | 'credentials' | 'failing';

/** What notices about destinations tell of: to the outlet, and to the house that supplies it. */
export interface DestinationNoticeFacts {
  /** Nothing but failures came for days; it will be stopped. */
  'destination-failing': { outlet: string; where: string; since: string; daysLeft: number };
  /** Some were refused or failed for so long that they are not tried again by themselves. */
  'placements-given-up': { outlet: string; where: string; placements: number; lastError: string };
  /** Nothing new is sent until a person resumes it. */
  'destination-stopped': { outlet: string; where: string; cause: StopCause; note: string };
}
