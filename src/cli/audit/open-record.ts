import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readUnsealedLine } from '../../audit/check/entry-line.ts';
import type { RecordSource } from '../../audit/check/source.ts';
import { directorySource } from '../../services/audit/directory-source.ts';
import { withRecord } from '../../services/audit/with-record.ts';
import type { Terminal } from '../commands.ts';
import { withService } from '../open-service.ts';
import { fetchExport } from './remote/fetch-export.ts';
import { remoteLicences } from './remote/remote-licences.ts';
import { remoteService } from './remote/remote-service.ts';

/**
 * Opens the record of the service that the environment names, or of the one at `url`.
 *
 * A running service is asked once and what it says is kept in a temporary directory, so that it
 * is not kept from its work for as long as the checks take.
 */
export function openRecord<Result>(
  url: string | undefined,
  env: Terminal['env'],
  work: (source: RecordSource) => Promise<Result>,
): Promise<Result> {
  if (url !== undefined) return openRemote(url, env.IMPRIMATUR_KEY, work);
  return withService(env, 'audit', (ctx) => withRecord(ctx, work));
}

async function openRemote<Result>(
  url: string,
  key: string | undefined,
  work: (source: RecordSource) => Promise<Result>,
): Promise<Result> {
  const service = remoteService(url, key);
  const directory = await mkdtemp(join(tmpdir(), 'imprimatur-audit-'));
  try {
    const waiting = await fetchExport(service, directory);
    const log = directorySource(directory);
    return await work({
      ...log,
      withoutLeaf: () => asBatch(waiting.map(readUnsealedLine)),
      licences: remoteLicences(service, await log.keys()),
    });
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function* asBatch<Item>(items: readonly Item[]): AsyncGenerator<readonly Item[]> {
  yield items;
}
