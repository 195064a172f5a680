/** One measured value next to its raw limit, both taken in the same run. */
export interface Figure {
  name: string;
  unit: string;
  ours: number;
  raw?: { value: number; is: string } | undefined;
  target?: Target;
  /** What else was seen, each name with its unit. */
  also?: Readonly<Record<string, number>>;
}

/** What the figure has to reach: the ratio of ours to raw, or our value itself. */
export type Target =
  | { of: 'ratio' | 'ours'; atLeast: number }
  | { of: 'ratio' | 'ours'; atMost: number };

export interface Verdict {
  /** Ours divided by raw. */
  ratio: number | undefined;
  met: boolean | undefined;
}

export function judge({ ours, raw, target }: Figure): Verdict {
  const ratio = raw && ours / raw.value;
  if (!target) return { ratio, met: undefined };
  const reached = target.of === 'ours' ? ours : ratio;
  if ('atMost' in target) {
    return { ratio, met: reached !== undefined && reached <= target.atMost };
  }
  return { ratio, met: reached !== undefined && reached >= target.atLeast };
}
