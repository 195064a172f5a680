/** The value below which `share` of the sorted values lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (value === undefined) throw new Error('nothing was measured');
  return value;
}

/** The middle of several rounds: what a machine that has other work does now and then is left out. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}
