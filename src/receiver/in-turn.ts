/** Runs work of one name in turn, and work of different names beside one another. */
export type InTurn = <Result>(name: string, work: () => Promise<Result>) => Promise<Result>;

export function createInTurn(): InTurn {
  const last = new Map<string, Promise<unknown>>();
  return async (name, work) => {
    const turn = (last.get(name) ?? Promise.resolve()).then(work);
    // Work that fails ends its turn as well.
    const ended = turn.catch(() => {});
    last.set(name, ended);
    try {
      return await turn;
    } finally {
      if (last.get(name) === ended) last.delete(name);
    }
  };
}
