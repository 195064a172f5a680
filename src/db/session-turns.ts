/** Hands out a single session first come, first served: await a turn, call what it gives to end it. */
export function sessionTurns(): () => Promise<() => void> {
  let lastTurn: Promise<void> = Promise.resolve();
  return async () => {
    const before = lastTurn;
    let end: () => void = () => {};
    lastTurn = new Promise((resolve) => {
      end = resolve;
    });
    await before;
    return end;
  };
}
