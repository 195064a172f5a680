import type { ServiceProcess } from '../../support/service-process.ts';
import type { Written } from '../../support/spellings.ts';
import type { Scene } from './open-scene.ts';
import { keysOf, rowsOf } from './stores.ts';

/** All that was written in the places where nothing secret may stand. */
export type Places = Readonly<Record<Place, Written[]>>;
export const PLACES = ['output', 'Redis', 'PostgreSQL', 'answers', 'deliveries'] as const;
type Place = (typeof PLACES)[number];

export async function readPlaces(scene: Scene): Promise<Places> {
  const { processes, redis, commands, databaseUrl, answers, systems, mails } = scene;
  const deliveries = systems.received.map(({ headers, body }) => JSON.stringify([headers, body]));
  const letters = mails.mails.map(({ headerLines, text }) => JSON.stringify([headerLines, text]));
  return {
    output: processes.flatMap(linesOf),
    Redis: [...commands, ...(await keysOf(redis))],
    PostgreSQL: await rowsOf(databaseUrl),
    answers,
    deliveries: [
      ...deliveries.map((text) => ({ where: 'delivery', text })),
      ...letters.map((text) => ({ where: 'mail', text })),
    ],
  };
}

function linesOf(process: ServiceProcess): Written[] {
  return process
    .output()
    .split('\n')
    .map((text) => ({ where: labelOf(text), text }));
}

/** What a line says, without what it says it of. */
function labelOf(line: string): string {
  if (line.startsWith('Admin key, shown this once: ')) return 'the start';
  return /"msg":"[^"]*"/.exec(line)?.[0] ?? 'a line that is not of the log';
}
