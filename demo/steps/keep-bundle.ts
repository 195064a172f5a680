import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Cast } from '../cast.ts';
import { confirm } from '../confirm.ts';
import { heading, quote, say } from '../print.ts';
import type { Licence } from '../replies.ts';
import { runCommand } from '../run-command.ts';

/** The outlet keeps a file that proves its licence without the service. */
export async function keepBundle({ partner, service }: Cast, licence: Licence): Promise<void> {
  heading('A file that proves the licence without us');
  const bundle = await partner.look(`/v1/licences/${licence.id}/bundle`);
  const file = join(dirname(service.logFile), 'kept.licence.json');
  await writeFile(file, bundle.text);
  say('The outlet keeps the bundle, and runs: imprimatur verify kept.licence.json');
  const { code, lines } = await runCommand(['verify', file]);
  quote(lines.join('\n'));
  confirm('The licence is verified with no network.', code === 0, lines.join(' '));
}
