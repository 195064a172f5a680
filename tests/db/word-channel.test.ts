import { readConfig } from '../../src/config.ts';
import { transact } from '../../src/db/database.ts';
import { openStore, type Store } from '../../src/db/open-store.ts';
import { listenForWord, tellStop, tellWord } from '../../src/db/word-channel.ts';
import { query } from '../support/query.ts';
import { createTestDatabase } from '../support/servers/index.ts';
import { until } from '../support/until.ts';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let store: Store;
beforeEach(async () => {
  database = await createTestDatabase();
  const env = { DATABASE_URL: database.url, SEAL_KEY: Buffer.alloc(32).toString('base64') };
  const { config, secrets } = readConfig(env);
  store = await openStore(config, secrets);
});
afterEach(() => database.drop());

const DROP_LISTENERS = `select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and application_name = 'imprimatur-queue'`;

test('word is heard again after the connection was lost, and the pool can end', async () => {
  let heard = 0;
  const stop = await listenForWord(store, {
    heard() {
      heard += 1;
    },
    stopped: () => {},
  });
  const tell = tellWord(store);
  await query(database.url, DROP_LISTENERS);
  await until('word is heard', () => {
    tell();
    return heard > 0;
  });
  await stop();
  await store.close();
});

test('a stop is heard once its transaction has committed, and never if it did not', async () => {
  const stopped: string[] = [];
  const stop = await listenForWord(store, {
    heard: () => {},
    stopped: (article) => void stopped.push(article),
  });
  const failed = transact(store.db, async (tx) => {
    await tellStop(tx, 'never');
    throw new Error('not after all');
  });
  await expect(failed).rejects.toThrow();
  await transact(store.db, (tx) => tellStop(tx, 'one'));
  await until('the stop is heard', () => stopped.length > 0);
  expect(stopped).toEqual(['one']);
  await stop();
  await store.close();
});
