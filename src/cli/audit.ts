import { DomainError } from '../domain/errors.ts';
import { diff } from './audit/diff.ts';
import { exportTo } from './audit/export.ts';
import { newShard } from './audit/new-shard.ts';
import { AUDIT_HELP, type AuditOptions, readOptions } from './audit/options.ts';
import { verify } from './audit/verify.ts';
import type { Terminal } from './commands.ts';

/** @returns the exit code, or why the words make no sense */
type Action = (
  words: string[],
  options: AuditOptions,
  terminal: Terminal,
) => Promise<number | string>;

const ACTIONS: ReadonlyMap<string, Action> = new Map([
  ['verify', verify],
  ['export', exportTo],
  ['diff', diff],
  ['new-shard', newShard],
]);

const WRONG_USE = 2;

/** Verifies, exports and compares the record. */
export async function run(args: string[], terminal: Terminal): Promise<number> {
  try {
    const { values, positionals } = readOptions(args);
    if (values.help) {
      terminal.out(AUDIT_HELP);
      return 0;
    }
    const [name = '', ...words] = positionals;
    const action = ACTIONS.get(name);
    const ended = action
      ? await action(words, values, terminal)
      : `Say ${[...ACTIONS.keys()].join(', ')}.`;
    return typeof ended === 'number' ? ended : refuse(ended, terminal);
  } catch (error) {
    if (isWrongOption(error)) return refuse((error as Error).message, terminal);
    if (!(error instanceof DomainError)) throw error;
    terminal.err(error.message);
    return 1;
  }
}

function refuse(why: string, { err }: Terminal): number {
  err(`${why}\n\n${AUDIT_HELP}`);
  return WRONG_USE;
}

function isWrongOption(error: unknown): boolean {
  return String(Object(error).code).startsWith('ERR_PARSE_ARGS');
}
