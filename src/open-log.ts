import { type DestinationStream, type Logger, pino } from 'pino';
import type { Config, Secrets } from './config.ts';
import { maskOver, passwordsOf } from './security/mask-known.ts';

/**
 * What an error may show beside its kind, message and stack: names and codes. Libraries hang on
 * their errors whatever they were at, and ioredis a command with its arguments: when it is not let
 * in, the password.
 */
const SHOWN: ReadonlySet<string> = new Set([
  ...['code', 'errno', 'syscall', 'address', 'port', 'responseCode'],
  ...['severity', 'schema', 'table', 'column', 'constraint'],
]);

/** What is shorter in an address is a word, not a token. */
const TOKEN_CHARS = 16;

/**
 * Opens the log of a process. What libraries say of an error repeats no secret of the environment,
 * though they quote servers, and servers what they were sent.
 *
 * @param to standard output by default
 */
export function openLog(
  { config, secrets }: { config: Config; secrets: Secrets },
  role: string,
  to?: DestinationStream,
): Logger {
  const mask = maskOver(secretsIn(secrets));
  const options = {
    level: config.logLevel,
    base: { service: 'imprimatur', role },
    serializers: { err: (error: unknown) => tellError(error, mask) },
  };
  return to ? pino(options, to) : pino(options);
}

/** An error as the log tells it; the messages and stacks of its causes stand in its own. */
function tellError(error: unknown, mask: (text: string) => string): object {
  if (!isError(error)) return { type: typeof error };
  const { type, message, stack } = pino.stdSerializers.err(error);
  const facts = Object.entries(error).filter(([name]) => SHOWN.has(name));
  const parts = 'errors' in error && Array.isArray(error.errors) ? error.errors : [];
  return {
    ...{ type, message: mask(message), stack: mask(stack) },
    ...Object.fromEntries(facts),
    ...(parts.length > 0 && { aggregateErrors: parts.map((part) => tellError(part, mask)) }),
  };
}

/** Those of other realms too. */
function isError(thrown: unknown): thrown is Error {
  return typeof Object(thrown).message === 'string';
}

function secretsIn(secrets: Secrets): string[] {
  const { databaseUrl, databaseOwnerUrl, redisUrl, smtpUrl, alertWebhookUrl } = secrets;
  const { adminKey, sealKey, alertWebhookSecret } = secrets;
  const urls = [databaseUrl, databaseOwnerUrl, redisUrl, smtpUrl, alertWebhookUrl];
  const wholes = [adminKey, alertWebhookSecret, sealKey?.toString('base64')];
  return [
    ...urls.filter(isGiven).flatMap(passwordsOf),
    ...wholes.filter(isGiven),
    ...tokensOf(alertWebhookUrl ?? ''),
  ];
}

function isGiven(text: string | undefined): text is string {
  return text !== undefined;
}

function tokensOf(url: string): string[] {
  return url.split(/[/?&=#]/).filter((part) => part.length >= TOKEN_CHARS);
}
