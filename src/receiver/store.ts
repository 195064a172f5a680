import type { Delivery, Filed } from './delivery.ts';

/** What the outlet remembers of one placement. */
export interface Kept {
  seq: number;
  operation: Delivery['operation'];
  /** The article's id and version. */
  article: string;
  version: number;
  /** Where it stands, or stood. */
  filed: Filed;
}

/** Remembers the newest state of each placement. In a database this is a table with one row each. */
export interface Store {
  /**
   * Calls `step` with what is kept of a placement, and keeps what it returns.
   *
   * Until that is kept, nobody else may be given the same placement: with SQL, make the row if it
   * is missing, `SELECT … FOR UPDATE`, and write it in the same transaction. When `step` throws,
   * what was kept stays, and the error is passed on.
   */
  change(
    placement: string,
    step: (kept: Kept | undefined) => Promise<Kept | undefined>,
  ): Promise<void>;
}
