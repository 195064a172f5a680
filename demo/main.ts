import { parseArgs } from 'node:util';
import type { Cast } from './cast.ts';
import { DemoFailed } from './confirm.ts';
import { fact, gap, say, title } from './print.ts';
import { tellStory } from './story.ts';

const INTERRUPTED = 130;

/** Resolves when somebody wants the demo to end before it ends by itself. */
function interruption(): Promise<'interrupted'> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.once(signal, () => resolve('interrupted'));
    }
  });
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { keep: { type: 'boolean', default: false } } });
  const endings: (() => Promise<void>)[] = [];
  const interrupted = interruption();
  try {
    const cast = await Promise.race([tellStory(endings), interrupted]);
    if (cast === 'interrupted') return INTERRUPTED;
    title('Everything holds.');
    if (values.keep) await keepRunning(cast, interrupted);
  } finally {
    for (const ending of endings.reverse()) await ending();
  }
  sayGoodbye();
  return 0;
}

async function keepRunning({ service, partner, outlet }: Cast, interrupted: Promise<unknown>) {
  say('The service keeps running until Ctrl-C.');
  fact('service', service.url);
  fact('API', `${service.url}/openapi.json`);
  fact('admin key', service.adminKey);
  fact('outlet key', partner.key);
  fact('outlet', outlet.url);
  fact('log', service.logFile);
  await Promise.race([interrupted, service.died]);
}

function sayGoodbye(): void {
  say('This was the real service; it is stopped now, and its temporary directory is removed.');
  say('To look around in it: npm run demo -- --keep. To start it for real:');
  gap();
  say('  npm ci && npm start');
  gap();
}

function fail(error: unknown): number {
  if (error instanceof DemoFailed) console.error(`\n${error.message}`);
  else console.error('\nThe demo broke:', error);
  return 1;
}

process.exit(await main().catch(fail));
