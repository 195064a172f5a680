import type { Cast } from '../cast.ts';
import { confirm } from '../confirm.ts';
import { heading, quote, say } from '../print.ts';
import { runCommand } from '../run-command.ts';

/** An auditor proves the record from outside. */
export async function audit({ service }: Cast): Promise<void> {
  heading('The audit');
  say(`From any machine: imprimatur audit verify --url ${service.url}`);
  const key = { IMPRIMATUR_KEY: service.adminKey };
  const { code, lines } = await runCommand(['audit', 'verify', '--url', service.url], key);
  quote(lines.join('\n'));
  confirm('Nothing of the record was altered.', code === 0, lines.join(' '));
}
