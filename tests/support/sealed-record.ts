import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkRecord } from '../../src/audit/check/check-record.ts';
import type { Finding } from '../../src/audit/check/finding.ts';
import type { Context } from '../../src/context.ts';
import { type Database, databaseOn } from '../../src/db/database.ts';
import { postgresPool, preparing } from '../../src/db/postgres-pool.ts';
import { exportRecord } from '../../src/services/audit/export-record.ts';
import { readSaved } from '../../src/services/audit/read-saved.ts';
import { withRecord } from '../../src/services/audit/with-record.ts';
import { openSealer } from '../../src/services/log/open-sealer.ts';
import { cloneDatabase } from './clone-database.ts';
import { type TestService, testService } from './context.ts';
import { openNewsroom } from './newsroom.ts';
import { query } from './query.ts';

/** A sealed record of five licences, of which copies can be laid hands on. */
export interface SealedRecord {
  /** In the order in which they were issued, each under a checkpoint of its own. */
  licences: readonly string[];
  newId: () => string;
  /** An export of the record, kept elsewhere. */
  saved: string;
  /** The database as it was before the last licence was issued, as a dump would keep it. */
  dump: string;
  /** What is found in a copy after a superuser's SQL, which no trigger sees. */
  findingsAfter(tamper: string, kept?: string): Promise<Finding[]>;
  /** What is found in a copy in which the service has done more, perhaps by another clock. */
  findingsAfterWork(work: (copy: Copy) => Promise<void>): Promise<Finding[]>;
  findingsAt(url: string, kept?: string): Promise<Finding[]>;
  close(): Promise<void>;
}

export interface Copy {
  url: string;
  /** Issues a licence, without sealing it. */
  issue(parts?: Partial<Context>): Promise<string>;
  seal(): Promise<void>;
}

export async function openSealedRecord(): Promise<SealedRecord> {
  const service = await testService();
  const directory = await mkdtemp(join(tmpdir(), 'imprimatur-saved-'));
  const saved = join(directory, 'export');

  async function work(url: string, task: (copy: Copy, db: Database) => Promise<void>) {
    const db = databaseOn(preparing(postgresPool(url, 2)));
    const dataDir = await mkdtemp(join(directory, 'data-'));
    const ctx = { ...service.ctx, db, config: { ...service.ctx.config, dataDir } };
    const on = (parts: Partial<Context>): TestService => ({
      ...service,
      ctx: { ...ctx, ...parts },
      as: (caller) => ({ ...ctx, ...parts, caller: service.as(caller).caller }),
    });
    const issue = async (parts: Partial<Context> = {}) => {
      const newsroom = await openNewsroom(on(parts));
      return (await (await newsroom.outlet()).ask(await newsroom.putIn())).id;
    };
    await task({ url, issue, seal: openSealer(ctx) }, db).finally(() => db.destroy());
  }

  async function findingsAt(url: string, kept?: string): Promise<Finding[]> {
    const db = databaseOn(preparing(postgresPool(url, 2)));
    const trees = kept === undefined ? [] : await readSaved(kept);
    const ctx = { ...service.ctx, db };
    const checked = withRecord(ctx, (source) => checkRecord(source, trees));
    const { findings } = await checked.finally(() => db.destroy());
    return findings;
  }

  const licences: string[] = [];
  const issueSealed = async ({ issue, seal }: Copy) => {
    licences.push(await issue());
    await seal();
  };
  await service.db.destroy();
  await work(service.url, async (copy) => {
    for (let i = 0; i < 4; i++) await issueSealed(copy);
  });
  const dump = await cloneDatabase(service.url);
  await work(service.url, async (copy, db) => {
    await issueSealed(copy);
    await withRecord({ ...service.ctx, db }, (source) => exportRecord(source, saved));
  });

  return {
    ...{ licences, newId: service.ctx.newId, saved, dump: dump.url, findingsAt },
    async findingsAfter(tamper, kept) {
      const copy = await cloneDatabase(service.url);
      await query(copy.url, `set session_replication_role = replica; ${tamper}`);
      return findingsAt(copy.url, kept).finally(copy.drop);
    },
    async findingsAfterWork(task) {
      const copy = await cloneDatabase(service.url);
      await work(copy.url, task);
      return findingsAt(copy.url).finally(copy.drop);
    },
    async close() {
      await dump.drop();
      await service.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
