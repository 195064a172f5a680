/** What a command may touch; it returns its exit code. */
export interface Terminal {
  out: (line: string) => void;
  err: (line: string) => void;
  env: Record<string, string | undefined>;
}

/** @param args what stands after the command's name */
export type Run = (args: string[], terminal: Terminal) => Promise<number>;

/** Commands by name, each loaded when it is called: the service starts without any of them. */
export const commands: Readonly<Record<string, () => Promise<{ run: Run }>>> = {
  audit: () => import('./audit.ts'),
  keys: () => import('./keys.ts'),
  verify: () => import('./verify.ts'),
};
