/** Urgent work that takes longer hangs at its receiver; nothing is gained by waiting for that. */
const YOUNG_MS = 1_000;

/** Kills and corrections before all else within one process, whose time they would have to share. */
export interface Precedence {
  /** Says that urgent work has begun. @returns to be called when it has ended */
  begin(): () => void;
  /** Resolves when no urgent work is under way that began within the last second. */
  clear(): Promise<void>;
}

export function givePrecedence(): Precedence {
  const young = new Set<NodeJS.Timeout>();
  const waiting: (() => void)[] = [];

  function end(mark: NodeJS.Timeout): void {
    clearTimeout(mark);
    young.delete(mark);
    if (young.size > 0) return;
    for (const go of waiting.splice(0)) go();
  }
  return {
    begin() {
      const mark = setTimeout(() => end(mark), YOUNG_MS);
      young.add(mark);
      return () => end(mark);
    },
    async clear() {
      if (young.size > 0) await new Promise<void>((resolve) => waiting.push(resolve));
    },
  };
}
