import type { Redis } from 'ioredis';
import type { Written } from '../../support/spellings.ts';

/** Keeps every answer of the service that this process gets, whoever asks. */
export function watchAnswers(url: string): { answers: Written[]; stop(): void } {
  const answers: Written[] = [];
  const plain = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const response = await plain(input, init);
    if (!String(input).startsWith(url)) return response;
    const heads = [...response.headers].map((header) => header.join(': ')).join('\n');
    const text = `${heads}\n\n${await response.clone().text()}`;
    answers.push({ where: labelOf(init?.method ?? 'GET', new URL(String(input)), response), text });
    return response;
  };
  return {
    answers,
    stop: () => {
      globalThis.fetch = plain;
    },
  };
}

const ID = /[0-9a-f]{8}-[0-9a-f-]{27}/g;
const TOKEN = /(?<=\/confirm\/).*/;

/** `POST /v1/outlets/{id}/keys 201`, and whether it came a second time. */
function labelOf(method: string, { pathname }: URL, { status, headers }: Response): string {
  const path = pathname.replace(ID, '{id}').replace(TOKEN, '{token}');
  return `${method} ${path} ${status}${headers.has('idempotency-replayed') ? ' again' : ''}`;
}

/** Keeps every command that Redis is sent from now on: a wake-up is gone once it is heeded. */
export async function watchCommands(redis: Redis) {
  const commands: Written[] = [];
  const monitor = await redis.monitor();
  monitor.on('error', () => {});
  monitor.on('monitor', (_time: string, args: string[]) => {
    commands.push({ where: `command ${args[0]}`, text: args.join(' ') });
  });
  return { commands, stop: () => monitor.disconnect() };
}
