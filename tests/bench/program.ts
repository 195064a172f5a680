import { fork } from 'node:child_process';
import { once } from 'node:events';
import { adopt, end } from './children.ts';

/** A program of programs/ that runs in a process of its own. */
export interface Program {
  pid: number;
  /** The next thing that it says. Asked for before it can be said, or it is missed. */
  next<Message>(): Promise<Message>;
  tell(message: object): void;
  stop(): Promise<void>;
}

/** Starts a program; it reads `input` with `inputOf`. */
export function startProgram(name: string, input: object): Program {
  const script = new URL(`./programs/${name}.js`, import.meta.url);
  const child = adopt(fork(script, [JSON.stringify(input)]));
  return {
    pid: child.pid ?? 0,
    async next<Message>() {
      const gone = new AbortController();
      const failed = once(child, 'exit', { signal: gone.signal }).then(() => {
        throw new Error(`the program ${name} ended early`);
      });
      const said = once(child, 'message', { signal: gone.signal });
      const [message] = await Promise.race([said, failed]).finally(() => {
        failed.catch(() => {});
        said.catch(() => {});
        gone.abort();
      });
      return message as Message;
    },
    tell: (message) => child.send(message),
    stop: () => end(child),
  };
}

/** Runs a program that says one thing. */
export async function runProgram<Result>(name: string, input: object): Promise<Result> {
  const program = startProgram(name, input);
  try {
    return await program.next<Result>();
  } finally {
    await program.stop();
  }
}
