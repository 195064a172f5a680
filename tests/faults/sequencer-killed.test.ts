import { setTimeout as sleep } from 'node:timers/promises';
import { v7 } from 'uuid';
import { growTree, rootOfEdge } from '../../src/audit/grow-tree.ts';
import { systemCaller } from '../../src/build-context.ts';
import { type Database, databaseOn } from '../../src/db/database.ts';
import { record } from '../../src/db/events.ts';
import { anyPending } from '../../src/db/log/pending.ts';
import { latestCheckpoint } from '../../src/db/log/tree.ts';
import { postgresPool, preparing } from '../../src/db/postgres-pool.ts';
import { type ServiceProcess, startService } from '../support/service-process.ts';
import { type Ground, groundFor } from '../support/tiers.ts';
import { until } from '../support/until.ts';

/** SEQUENCER_FAULTS=long has the full length of the trial run. */
const { seconds, kills } =
  process.env.SEQUENCER_FAULTS === 'long' ? { seconds: 60, kills: 20 } : { seconds: 20, kills: 6 };
const WRITERS = 32;
const SEALED_WITHIN_MS = 30_000;

const by = { now: Date.now, newId: () => v7(), caller: systemCaller('writer') };

let ground: Ground;
let db: Database;
let workers: ServiceProcess;
beforeAll(async () => {
  ground = await groundFor('PostgreSQL');
  db = databaseOn(preparing(postgresPool(String(ground.env.DATABASE_URL), WRITERS + 4)));
  await startWorkers();
}, 120_000);
afterAll(async () => {
  await workers.kill();
  await db.destroy();
  await ground.remove();
});

async function startWorkers(): Promise<void> {
  workers = startService(ground.env, 'workers');
  await workers.ready();
}

/** Writes until it is over; some transactions take long, and some are taken back. */
async function write(writer: number, isOver: () => boolean): Promise<string[]> {
  const committed: string[] = [];
  for (let i = 0; !isOver(); i++) {
    const id = `${writer}/${i}`;
    const isLate = i % 40 === writer;
    const isTakenBack = i % 7 === 3;
    await db
      .transaction()
      .execute(async (tx) => {
        await record(tx, by, { type: 'note.written', subject: { kind: 'note', id } });
        await sleep(isLate ? 1_500 : 5 + ((i * writer) % 20));
        if (isTakenBack) throw new Error('taken back');
      })
      .then(
        () => committed.push(id),
        () => {},
      );
  }
  return committed;
}

async function killAgainAndAgain(): Promise<void> {
  const everyMs = (seconds * 1000) / (kills + 1);
  for (let i = 0; i < kills; i++) {
    await sleep(everyMs);
    await workers.kill();
    await startWorkers();
  }
  await sleep(everyMs);
}

async function leaves() {
  return db
    .selectFrom('audit_leaf')
    .innerJoin('audit_event', 'audit_event.id', 'audit_leaf.event')
    .select(['index', 'hash', 'subject_kind', 'subject_id'])
    .orderBy('index')
    .execute();
}

test(
  'however often it is killed, each committed event gets exactly one leaf',
  async () => {
    let isOver = false;
    const writing = Array.from({ length: WRITERS }, (_, writer) => write(writer, () => isOver));
    await killAgainAndAgain().finally(() => {
      isOver = true;
    });
    const committed = await Promise.all(writing);
    await until('all is sealed', async () => !(await anyPending(db)), SEALED_WITHIN_MS);
    const all = await leaves();
    const notes = all.filter(({ subject_kind }) => subject_kind === 'note');
    expect(notes.map(({ subject_id }) => subject_id).sort()).toEqual(committed.flat().sort());
    expect(notes.length).toBeGreaterThan(WRITERS * seconds);
    expect(all.map(({ index }) => index)).toEqual(all.map((_, i) => i));
    const grown = growTree(
      0,
      [],
      all.map(({ hash }) => hash),
    );
    const head = await latestCheckpoint(db, 1);
    expect([head?.size, head?.root]).toEqual([all.length, rootOfEdge(grown.edge)]);
  },
  seconds * 15_000,
);

test('an event has its leaf within half a second', async () => {
  const took: number[] = [];
  for (let i = 0; i < 15; i++) {
    await record(db, by, { type: 'note.written', subject: { kind: 'note', id: `timed ${i}` } });
    const committedAt = performance.now();
    await until('it has its leaf', async () => !(await anyPending(db)));
    took.push(performance.now() - committedAt);
  }
  const median = took.sort((a, b) => a - b)[7];
  expect(median).toBeLessThan(500);
}, 60_000);
