/** What is checked of a record, in the order in which it is told, and what each check means. */
export const CHECKS = {
  signature: 'The checkpoint is signed by the key of the log.',
  root: 'The leaves make the root that was signed.',
  consistency: 'The tree begins with the saved checkpoint.',
  leaves: 'Every event has one leaf, and every leaf one event.',
  hashes: 'Every leaf is the hash of what its event says.',
  columns: 'What can be searched of an event is what the event says.',
  times: 'Every record is as old as its place in the log.',
  licences: 'The licences are what the events made them.',
  tokens: 'The tokens are those that were issued.',
  status: 'The status lists say what the events say.',
} as const;

export type CheckName = keyof typeof CHECKS;

/** One thing that is not as it should be. */
export interface Finding {
  check: CheckName;
  /** A sentence. */
  what: string;
  /** Id of the licence that it is about; verifiers know it as `urn:uuid:` and the id. */
  licence?: string | undefined;
  event?: string | undefined;
  /** Of the leaf. */
  index?: number | undefined;
}

/** Takes findings as they are made. */
export type Report = (finding: Finding) => void;
