import type { EgressRefusal } from './refusal.ts';

/** The guard did not let the request out; nothing was sent. */
export class EgressBlocked extends Error {
  override name = 'EgressBlocked';
  readonly code: EgressRefusal['code'];

  constructor(refusal: EgressRefusal) {
    super(refusal.message);
    this.code = refusal.code;
  }
}

/**
 * How far an exchange came:
 * - `connect`   no connection, so nothing was sent: unknown name, refused, silent
 * - `tls`       connected, but no trusted encryption: nothing was sent
 * - `timeout`   sent; the answer did not come whole in time
 * - `network`   sent; the connection broke
 * - `protocol`  sent; what came back is not HTTP, or its headers are too long
 * - `aborted`   the caller's own signal ended it
 */
export type EgressFailureKind = 'connect' | 'tls' | 'timeout' | 'network' | 'protocol' | 'aborted';

/** The request left or tried to, and no whole answer came. The message is safe to show. */
export class EgressFailed extends Error {
  override name = 'EgressFailed';
  readonly kind: EgressFailureKind;

  constructor(kind: EgressFailureKind, message: string, cause?: unknown) {
    super(message, { cause });
    this.kind = kind;
  }
}
