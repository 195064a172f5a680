import { type Program, startProgram } from './program.ts';
import type { Arrived, Expect } from './programs/receiver.ts';

/** An outlet's receiver in a process of its own. */
export interface Receiver {
  origin: string;
  /** Resolves when so many different messages have come, counted from this call on. */
  expect(messages: number): Promise<Arrived>;
  stop(): Promise<void>;
}

export async function startReceiver(): Promise<Receiver> {
  const program: Program = startProgram('receiver', {});
  const { origin } = await program.next<{ origin: string }>();
  return {
    origin,
    expect(messages) {
      const arrived = program.next<Arrived>();
      const told: Expect = { expect: messages };
      program.tell(told);
      return arrived;
    },
    stop: program.stop,
  };
}
