#!/usr/bin/env node
import { commands } from './cli/commands.ts';
import { fail } from './fail.ts';

/** `imprimatur COMMAND …` runs a command; without one, the service starts. */
async function main([name = '', ...args]: string[]): Promise<void> {
  if (name !== '' && !name.startsWith('-')) process.exitCode = await runCommand(name, args);
  else await (await import('./serve.ts')).serve(process.argv.slice(2), process.env);
}

async function runCommand(name: string, args: string[]): Promise<number> {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) {
    const known = Object.keys(commands).join(', ');
    throw new Error(`There is no command ${name}. The commands are: ${known}.`);
  }
  const { run } = await load();
  return run(args, { out: console.log, err: console.error, env: process.env });
}

main(process.argv.slice(2)).catch(fail);
