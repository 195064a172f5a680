import { openShard } from '../../services/log/open-shard.ts';
import type { Terminal } from '../commands.ts';
import { withService } from '../open-service.ts';
import type { AuditOptions } from './options.ts';

/** `audit new-shard`: lets the log sign again, under a name of its own. */
export async function newShard(
  words: string[],
  { reason }: AuditOptions,
  { out, env }: Terminal,
): Promise<number | string> {
  if (words.length > 0) return 'new-shard takes no further word.';
  const why = reason?.trim();
  if (!why) return 'Give the reason, for the record: --reason TEXT.';
  const { origin } = await withService(env, 'audit', (ctx) => openShard(ctx, why));
  out(`The log goes on as ${origin}. Events without a leaf get theirs there.`);
  return 0;
}
