import { startProgram } from './program.ts';
import type { Arrived, Await, Manner, Opened, OutletsInput } from './programs/outlets.ts';

/** Outlets' receivers in a process of their own, each at its own origin. */
export interface Outlets {
  origins: string[];
  /**
   * Resolves when so many different messages have come to those that are well, counted from this
   * call on.
   *
   * @param holding counts only messages that contain this text
   */
  expect(messages: number, holding?: string): Promise<Arrived>;
  stop(): Promise<void>;
}

export async function startOutlets(input: OutletsInput): Promise<Outlets> {
  const program = startProgram('outlets', input);
  const { origins } = await program.next<Opened>();
  return {
    origins,
    expect(messages, holding) {
      const arrived = program.next<Arrived>();
      program.tell({ messages, ...(holding !== undefined && { holding }) } satisfies Await);
      return arrived;
    },
    stop: program.stop,
  };
}

/** So many outlets, of which the first are in these manners and the rest are well. */
export function mannersOf(count: number, ill: Partial<Record<Manner, number>>): Manner[] {
  const named = Object.entries(ill).flatMap(([manner, of]) =>
    Array.from({ length: of }, () => manner as Manner),
  );
  return [...named, ...Array.from({ length: count - named.length }, () => 'well' as const)];
}
