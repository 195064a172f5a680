import { parseArgs } from 'node:util';
import { readConfig } from './config.ts';
import { openStore } from './db/open-store.ts';
import { fail } from './fail.ts';
import type { Ending, Role } from './start.ts';

/** Within the 30 s that orchestrators give a process before they kill it. */
const DRAIN_MS = 28_000;

/**
 * Runs the service until it is told to stop by SIGTERM or SIGINT.
 *
 * @throws Error when it cannot start, with everything it had opened closed again
 */
export async function serve(args: string[], env: NodeJS.ProcessEnv): Promise<void> {
  const role = roleOf(args);
  const settings = readConfig(env);
  const endings: Ending[] = [];
  let stopping = false;
  const stop = () => {
    // Ctrl-C under npm comes twice: from the terminal, and passed on by npm.
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), DRAIN_MS).unref();
    end(endings).then(() => process.exit(0), fail);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  await open(role, settings, endings).catch(async (error) => {
    await end(endings).catch(() => {});
    throw error;
  });
}

/** The database opens while the rest of the program is loaded: each takes about a second. */
async function open(
  role: Role,
  settings: ReturnType<typeof readConfig>,
  endings: Ending[],
): Promise<void> {
  const opening = openStore(settings.config, settings.secrets);
  // A stop while it opens waits for it: the first start makes a cluster, and holds a lock.
  endings.push(() => opening.then((store) => store.close()));
  const [store, { start }] = await Promise.all([opening, import('./start.ts')]);
  const madeAdminKey = await start(role, settings, store, endings);
  if (madeAdminKey) console.log(`\nAdmin key, shown this once: ${madeAdminKey}\n`);
}

function roleOf(args: string[]): Role {
  const { values } = parseArgs({ args, options: { role: { type: 'string', default: 'all' } } });
  const { role } = values;
  if (role === 'all' || role === 'api' || role === 'workers') return role;
  throw new Error(`--role is all, api or workers, not ${role}.`);
}

async function end(endings: Ending[]): Promise<void> {
  for (const ending of endings.splice(0).reverse()) await ending();
}
