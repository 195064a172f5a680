import { setTimeout as pause } from 'node:timers/promises';

/** The turns of destinations that this process has begun and not ended. */
export interface Turns {
  /**
   * Takes a turn. Resolves when it has ended or, as long as no more than `most` are under way under
   * this name, when it says that it would only keep others waiting; it goes on beside them.
   *
   * @param again called at the end if another turn of the same was asked for meanwhile
   */
  take(turn: Turn): Promise<void>;
  /** Takes no more turns, and resolves when none is under way, or when the time is over. */
  end(withinMs: number): Promise<void>;
}

export interface Turn {
  name: string;
  destination: string;
  /** Of this name under way at once, those that were let go included. */
  most: number;
  /**
   * Never rejects: whoever waited for it may be gone.
   *
   * @param letGo gives its place to others
   */
  run: (letGo: () => void) => Promise<void>;
  /** Never rejects either. */
  again: () => Promise<void>;
}

interface UnderWay {
  done: Promise<void>;
  isLetGo: Promise<void>;
  isAskedAgain: boolean;
}

export function openTurns(): Turns {
  const underWay = new Map<string, Map<string, UnderWay>>();
  let isEnding = false;

  function begin({ name, destination, run, again }: Turn): UnderWay {
    const here = underWay.get(name) ?? new Map<string, UnderWay>();
    underWay.set(name, here);
    let letGo = () => {};
    const isLetGo = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const done = run(letGo).then(async () => {
      here.delete(destination);
      if (turn.isAskedAgain && !isEnding) await again();
    });
    const turn: UnderWay = { done, isLetGo, isAskedAgain: false };
    here.set(destination, turn);
    return turn;
  }

  return {
    async take(turn) {
      if (isEnding) return;
      const other = underWay.get(turn.name)?.get(turn.destination);
      if (other) {
        other.isAskedAgain = true;
        return;
      }
      const { done, isLetGo } = begin(turn);
      const mayGo = (underWay.get(turn.name)?.size ?? 0) <= turn.most;
      await (mayGo ? Promise.race([done, isLetGo]) : done);
    },
    async end(withinMs) {
      isEnding = true;
      const all = [...underWay.values()].flatMap((here) => [...here.values()]);
      await atMost(withinMs, Promise.all(all.map(({ done }) => done)));
    },
  };
}

/** Waits for the end of something that never fails, but not longer than so. */
async function atMost(withinMs: number, done: Promise<unknown>): Promise<void> {
  const over = new AbortController();
  const late = pause(withinMs, undefined, { signal: over.signal });
  await Promise.race([done, late]).finally(() => over.abort());
}
