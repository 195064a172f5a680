/** Why the service itself stopped sending to a destination. */
export type StopCause = 'gone' | 'credentials' | 'failing';

/** What notices about destinations tell of: to the outlet, and to the house that supplies it. */
export interface DestinationNoticeFacts {
  /** Nothing but failures came for days; it will be stopped. */
  'destination-failing': { outlet: string; where: string; since: string; daysLeft: number };
  /** Nothing new is sent until a person resumes it. */
  'destination-stopped': { outlet: string; where: string; cause: StopCause; note: string };
}
