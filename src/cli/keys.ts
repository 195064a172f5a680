import { parseArgs } from 'node:util';
import type { Context } from '../context.ts';
import { DomainError } from '../domain/errors.ts';
import { formatInstant } from '../domain/instant.ts';
import { KEY_PURPOSES, type KeyPurpose } from '../domain/signing-keys.ts';
import { compromiseKey } from '../services/signing-keys/compromise-key.ts';
import { listSigningKeys, type SigningKeyRow } from '../services/signing-keys/list-keys.ts';
import { rotateKey } from '../services/signing-keys/rotate-key.ts';
import type { Terminal } from './commands.ts';
import { SERVICE_ENVIRONMENT, withService } from './open-service.ts';

const HELP = `imprimatur keys list [--json]
    every key that ever signed licences, status lists or the log
imprimatur keys rotate [--purpose licence|log] [--after-hours N | --at INSTANT]
    publish a new key, which takes the place of the active one in 24 hours or as told
imprimatur keys compromise KID --reason TEXT
    declare that somebody else may hold a key: nothing that it signed is valid any more,
    another key signs at once, and licences in force are issued anew by the workers

${SERVICE_ENVIRONMENT}`;

const OPTIONS = {
  json: { type: 'boolean' },
  purpose: { type: 'string', default: 'licence' },
  'after-hours': { type: 'string' },
  at: { type: 'string' },
  reason: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

const HOUR_MS = 3_600_000;
const WRONG_USE = 2;

type Values = ReturnType<typeof read>['values'];
type Work = (ctx: Context) => Promise<string>;

/** Lists, rotates and gives up signing keys. */
export async function run(args: string[], { out, err, env }: Terminal): Promise<number> {
  let work: Work;
  try {
    const { values, positionals } = read(args);
    if (values.help) {
      out(HELP);
      return 0;
    }
    work = workOf(positionals, values);
  } catch (error) {
    err(`${(error as Error).message}\n\n${HELP}`);
    return WRONG_USE;
  }
  try {
    out(await withService(env, 'keys', work));
    return 0;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    err([error.message, ...(error.errors ?? []).map(({ detail }) => detail)].join('\n'));
    return 1;
  }
}

/** One kid in 64 begins with a hyphen, and would be read as options. */
const HYPHENATED_KID = /^-[\w-]{42}$/;

function read(args: string[]) {
  const kids = args.filter((arg) => HYPHENATED_KID.test(arg));
  const others = args.filter((arg) => !HYPHENATED_KID.test(arg));
  const read = parseArgs({ args: others, options: OPTIONS, allowPositionals: true });
  return { ...read, positionals: [...read.positionals, ...kids] };
}

/** @throws Error that says how the command is used */
function workOf([action, ...rest]: string[], values: Values): Work {
  const [kid, ...tooMuch] = rest;
  if (tooMuch.length > 0) throw new Error('That is one word too many.');
  if (action === 'compromise') return compromising(kid, values);
  if (kid !== undefined) throw new Error(`"${action}" takes no key.`);
  if (action === 'list') return (ctx) => listing(ctx, values.json === true);
  if (action === 'rotate') return rotating(values);
  throw new Error('Say list, rotate or compromise.');
}

function rotating(values: Values): Work {
  const purpose = purposeOf(values.purpose);
  const activatesAt = takeoverOf(values);
  return async (ctx) => {
    const made = await rotateKey(ctx, { purpose, activatesAt: activatesAt(ctx.now()) });
    return `${made.kid} is published and takes over at ${formatInstant(made.activates_at)}.`;
  };
}

function purposeOf(given: string): KeyPurpose {
  const purpose = KEY_PURPOSES.find((known) => known === given);
  if (!purpose) throw new Error(`--purpose is ${KEY_PURPOSES.join(' or ')}.`);
  return purpose;
}

function takeoverOf({ at, 'after-hours': hours }: Values): (now: number) => number | undefined {
  if (at !== undefined && hours !== undefined) throw new Error('Give --at or --after-hours.');
  if (at === undefined && hours === undefined) return () => undefined;
  const given = at === undefined ? Number(hours) * HOUR_MS : Date.parse(at);
  if (Number.isNaN(given)) throw new Error('--at is an RFC 3339 instant, --after-hours a number.');
  return (now) => (at === undefined ? now + given : given);
}

function compromising(kid: string | undefined, { reason }: Values): Work {
  if (kid === undefined) throw new Error('Which key? "imprimatur keys list" names them.');
  if (!reason?.trim()) throw new Error('Give the reason, for the record: --reason TEXT.');
  return async (ctx) => {
    const { purpose } = await compromiseKey(ctx, { kid, reason: reason.trim() });
    await ctx.keys.reload();
    const { kid: now } = purpose === 'licence' ? ctx.keys.active : ctx.keys.log;
    return `${kid} is compromised. ${now} signs.`;
  };
}

async function listing(ctx: Context, asJson: boolean): Promise<string> {
  const keys = await listSigningKeys(ctx);
  if (asJson) return JSON.stringify(ctx.keys.archive, null, 2);
  return keys.map(line).join('\n');
}

function line(key: SigningKeyRow): string {
  const { kid, purpose, state } = key;
  return `${kid}  ${purpose.padEnd(7)}  ${state.padEnd(11)}  ${sinceOf(key)}`;
}

/** When a key came to be what it is, or is to become something else. */
function sinceOf(key: SigningKeyRow): string {
  const at = (instant: number | null) => formatInstant(instant ?? key.published_at);
  if (key.state === 'pending') return `takes over at ${at(key.activates_at)}`;
  if (key.state === 'retired') return `since ${at(key.retired_at)}, until ${at(key.last_exp)}`;
  if (key.state === 'archived') return `since ${at(key.archived_at)}`;
  if (key.state === 'compromised') return `since ${at(key.compromised_at)}`;
  return `since ${at(key.activated_at)}`;
}
