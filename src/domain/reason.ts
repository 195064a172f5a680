/** Why a request was decided as it was, in a sentence that an editor understands. */
export interface Reason {
  /** Stable name, for example `media-not-offered`. */
  code: string;
  message: string;
  /** The field of the request it is about (RFC 6901, as a URI fragment): `#/use/until`. */
  pointer?: string;
}

/** The fields of a use that a reason can be about. */
export type UseField = 'media' | 'territories' | 'languages' | 'until' | 'edits' | 'images';

/** A reason that is about one field of the asked use. */
export function aboutUse(field: UseField, code: string, message: string): Reason {
  return { code, message, pointer: `#/use/${field}` };
}
