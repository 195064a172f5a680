/** A copy that was taken back, as far as looking for it takes. */
export interface FormerCopy {
  placement: string;
  /** Where the outlet said that it runs: http or https. */
  url: string;
  /** The sentence that may stand in its place. */
  notice: string;
  /** The text's longer paragraphs, in every version that was sent. */
  paragraphs: readonly string[];
}

/**
 * What was found where a copy stood:
 * - `gone`    it is not there, or the notice is and the text is not
 * - `there`   the text stands there
 * - `unclear` neither can be said; the message says why
 */
export interface Sighting {
  kind: 'gone' | 'there' | 'unclear';
  /** Stable, for programs: `http-404`, `notice-shown`, `text-shown`, `timeout`. */
  code: string;
  /** A sentence for an editor. */
  message: string;
  status?: number;
  remoteAddress?: string;
}
