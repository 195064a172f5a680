/** What one exchange with a foreign server may cost us. */
export interface Bounds {
  /** To resolve the name, and again to connect (TCP and TLS together). */
  connectMs: number;
  /** From the request leaving to the answer's status line and headers. */
  firstByteMs: number;
  /** From the call to the last byte, whatever trickles in between. */
  totalMs: number;
  /** Bytes of the answer that are read; then the connection is destroyed. */
  bodyBytes: number;
  /** Bytes of the answer's headers that are read. */
  headerBytes: number;
}

export const BOUNDS: Readonly<Bounds> = {
  connectMs: 5_000,
  firstByteMs: 10_000,
  totalMs: 20_000,
  bodyBytes: 64 * 1024,
  headerBytes: 16 * 1024,
};
