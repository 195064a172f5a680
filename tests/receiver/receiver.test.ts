import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileStore, memoryStore } from '../../src/receiver/index.ts';
import { PLACEMENT, receive, upsert, watchedSite, withdraw } from './samples.ts';

const FILED = { id: 'post-7', url: 'https://outlet.example/posts/7' };
let directory = '';

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'imprimatur-receiver-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

describe.each([
  ['in memory', () => memoryStore()],
  ['in files', () => fileStore(join(directory, 'states'))],
])('with its states kept %s', (_, open) => {
  test('a newer state is applied, and answered with where the text stands', async () => {
    const site = watchedSite();
    const { take } = receive(site, open());
    expect(await take(upsert(1))).toEqual({ status: 200, outcome: 'applied', ...FILED });
    expect(await take(upsert(4))).toEqual({ status: 200, outcome: 'applied', ...FILED });
    expect(site.done).toEqual(['publish 1', 'publish 4']);
    expect(site.known).toEqual([undefined, FILED]);
  });

  test('what comes twice, or too late, changes nothing and is answered well', async () => {
    const site = watchedSite();
    const { take } = receive(site, open());
    await take(upsert(3));
    for (const seq of [3, 2, 1]) {
      expect(await take(upsert(seq))).toEqual({ status: 200, outcome: 'ignored', ...FILED });
    }
    expect(site.done).toEqual(['publish 3']);
  });

  test('a kill takes the text down, and no late text brings it back', async () => {
    const site = watchedSite();
    const { take } = receive(site, open());
    await take(upsert(1));
    expect(await take(withdraw(3))).toEqual({ status: 200, outcome: 'applied', ...FILED });
    expect(await take(upsert(2))).toMatchObject({ status: 200, outcome: 'ignored' });
    expect(site.pages.size).toBe(0);
    expect(site.known.at(-1)).toEqual(FILED);
  });

  test('a kill that overtakes its text is carried out, and the text never comes up', async () => {
    const site = watchedSite();
    const { take } = receive(site, open());
    expect(await take(withdraw(2))).toEqual({ status: 200, outcome: 'applied' });
    expect(await take(upsert(1))).toEqual({ status: 200, outcome: 'ignored' });
    expect(site.done).toEqual(['remove 2']);
  });

  test('a withheld story comes back under a higher number, where it was', async () => {
    const site = watchedSite();
    const { take } = receive(site, open());
    await take(upsert(1));
    await take(withdraw(2, { reason: 'withheld' }));
    expect(await take(upsert(3))).toMatchObject({ outcome: 'applied' });
    expect(site.known).toEqual([undefined, FILED, FILED]);
    expect(site.pages.size).toBe(1);
  });

  test('deliveries of one placement wait for one another, and the newest stands', async () => {
    let under = 0;
    let most = 0;
    const site = watchedSite(async () => {
      most = Math.max(most, ++under);
      await new Promise((resolve) => setTimeout(resolve, 5));
      under -= 1;
    });
    const { take } = receive(site, open());
    const seqs = [2, 5, 1, 4, 3, 5, 2];
    const answers = await Promise.all(seqs.map((seq) => take(upsert(seq))));
    expect(answers.map(({ status }) => status)).toEqual(seqs.map(() => 200));
    expect(most).toBe(1);
    expect(site.done).toEqual(['publish 2', 'publish 5']);
    expect(site.pages.get(PLACEMENT)).toContain('<p>5</p>');
  });

  test('deliveries of different placements do not', async () => {
    let under = 0;
    let most = 0;
    const site = watchedSite(async () => {
      most = Math.max(most, ++under);
      await new Promise((resolve) => setTimeout(resolve, 20));
      under -= 1;
    });
    const { take } = receive(site, open());
    const placements = ['1', '2', '3'].map((end) => `${PLACEMENT.slice(0, -1)}${end}`);
    await Promise.all(placements.map((placement) => take(upsert(1, { placement }))));
    expect(most).toBe(3);
  });

  test('what could not be done is answered so, and is done when it comes again', async () => {
    let isBroken = true;
    const site = watchedSite(async () => {
      if (isBroken) throw new Error('the disk is full');
    });
    const { take, errors } = receive(site, open());
    const failed = await take(upsert(1));
    expect(failed).toMatchObject({ status: 500, title: 'Failed here' });
    expect(JSON.stringify(failed)).not.toContain('disk');
    expect(errors).toEqual([new Error('the disk is full')]);
    isBroken = false;
    expect(await take(upsert(1))).toMatchObject({ status: 200, outcome: 'applied' });
  });

  test('a delivery that failed keeps nobody waiting', async () => {
    const site = watchedSite(async ({ seq }) => {
      if (seq === 1) throw new Error('no');
    });
    const { take } = receive(site, open());
    const [first, second] = await Promise.all([take(upsert(1)), take(upsert(2))]);
    expect([first.status, second.status]).toEqual([500, 200]);
  });
});

test('states in files outlive the process, and a half-written one is not read', async () => {
  const states = join(directory, 'states');
  await receive(watchedSite(), fileStore(states)).take(upsert(5));
  const [file = ''] = await readdir(states);
  await writeFile(join(states, `${file}.unfinished`), '{"seq": 9');
  const site = watchedSite();
  const { take } = receive(site, fileStore(states));
  expect(await take(upsert(5))).toMatchObject({ outcome: 'ignored' });
  expect(await take(upsert(6))).toMatchObject({ outcome: 'applied' });
  expect(site.done).toEqual(['publish 6']);
});

test('a sample is answered and filed nowhere, so that the real text still comes up', async () => {
  const site = watchedSite();
  const { take } = receive(site);
  expect(await take(upsert(9, { test: true }))).toEqual({ status: 200, outcome: 'sample' });
  expect(await take(upsert(1))).toMatchObject({ outcome: 'applied' });
  expect(site.done).toEqual(['publish 1']);
});
