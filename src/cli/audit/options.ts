import { parseArgs } from 'node:util';
import { SERVICE_ENVIRONMENT } from '../open-service.ts';

export const AUDIT_HELP = `imprimatur audit verify [DIRECTORY] [--url URL] [--checkpoint PATH] [--json]
    hash every event anew, hold the tree to what was signed, and the licences to the events;
    PATH is a checkpoint, a licence's proof or an export that somebody kept;
    DIRECTORY is an export: its log is verified without any service
imprimatur audit export DIRECTORY [--url URL]
    write the log with all its events, checkpoints and keys
imprimatur audit diff BEFORE AFTER [--json]
    whether the log of AFTER begins with that of BEFORE, and what came in between;
    each is a checkpoint or an export
imprimatur audit new-shard --reason TEXT
    open a new tree, after a restore has lost leaves of the former one; run it with the
    service's own PUBLIC_URL and DATA_DIR too: the tree is named by the one, and what was signed
    last is in the other

Exit codes: 0 all is well, 1 something is wrong, 2 the command was not understood.
${SERVICE_ENVIRONMENT}
With --url the record is read from a running service, with an admin's or auditor's key that spans
the whole house, in IMPRIMATUR_KEY.`;

const OPTIONS = {
  url: { type: 'string' },
  checkpoint: { type: 'string' },
  reason: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

export type AuditOptions = ReturnType<typeof readOptions>['values'];

/** @throws Error that says how the command is used */
export function readOptions(args: string[]) {
  return parseArgs({ args, options: OPTIONS, allowPositionals: true });
}
