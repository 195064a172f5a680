import { type House, openHouse } from '../support/house.ts';
import { addOutlet, askForLicence, correct, type Page, publish } from '../support/seed.ts';
import { until } from '../support/until.ts';

interface Attempt {
  seq: number;
  version: number;
  outcome: string;
  status?: number;
}

let house: House;
beforeAll(async () => {
  house = await openHouse('PostgreSQL');
}, 120_000);
afterAll(() => house.close());
afterEach(() => house.receiver.behave({ kind: 'accept' }));

async function attempts(destination: string): Promise<Attempt[]> {
  const path = `/v1/attempts?destination=${destination}`;
  return (await house.admin.get<Page<Attempt>>(path)).body.items.reverse();
}

test('version 1 fails while 2 and 3 appear: the outlet ends with 3 and never sees an older one after it', async () => {
  const { admin, url, receiver } = house;
  const outlet = await addOutlet(admin, url, { receiver });
  receiver.behave({ kind: 'status', status: 500 });
  const article = await publish(admin);
  await askForLicence(outlet.api, article);
  const failed = (count: number) => async () =>
    (await attempts(outlet.destination)).length >= count;
  await until('version 1 fails', failed(1));
  await correct(admin, article, 1, { headline: 'Second' });
  await until('version 2 fails', failed(2));
  await correct(admin, article, 2, { headline: 'Third' });
  await until('version 3 fails', failed(3));
  receiver.behave({ kind: 'accept' });

  const standing = () => receiver.standing(article)?.article.version === 3;
  await until('version 3 stands', standing, 15_000);
  expect(receiver.applied(article).map((one) => one.article.version)).toEqual([3]);
  // The outlet has it a moment before the service has written down that it does.
  const placed = async () => (await attempts(outlet.destination)).at(-1)?.outcome === 'placed';
  await until('the service knows', placed);
  const all = await attempts(outlet.destination);
  const versions = all.map(({ version }) => version);
  expect(versions).toEqual([...versions].sort());
  expect(all.at(-1)).toMatchObject({ version: 3, outcome: 'placed' });
  expect(all[0]).toMatchObject({ seq: 1, version: 1, outcome: 'later', status: 500 });
}, 30_000);

test('version 1 hangs while 2 is waiting: 2 follows it and nothing comes after', async () => {
  const { admin, url, receiver } = house;
  const outlet = await addOutlet(admin, url, { receiver });
  receiver.behave({ kind: 'hang' });
  const article = await publish(admin);
  await askForLicence(outlet.api, article);
  await until('version 1 hangs', () => receiver.standing(article));
  await correct(admin, article, 1, { headline: 'Second' });
  receiver.behave({ kind: 'accept' });
  const standing = () => receiver.standing(article)?.article.version === 2;
  await until('version 2 stands', standing, 20_000);
  expect(receiver.applied(article).map(({ seq }) => seq)).toEqual([1, 2]);
}, 40_000);

test('an outlet that asks for patience is left alone for as long, and killed stories are not', async () => {
  const { admin, url, receiver } = house;
  const outlet = await addOutlet(admin, url, { receiver });
  const killed = await publish(admin);
  await askForLicence(outlet.api, killed);
  await until('the text stands', () => receiver.standing(killed));
  receiver.behave({ kind: 'status', status: 503, retryAfterSeconds: 3600 });
  const article = await publish(admin);
  await askForLicence(outlet.api, article);
  await until('it is held', async () =>
    (await attempts(outlet.destination)).some(({ status }) => status === 503),
  );
  receiver.behave({ kind: 'accept' });
  await admin.post(`/v1/articles/${killed}/kill`, { reason: 'It is not true.' });
  await until('the kill arrives', () => receiver.standing(killed)?.operation === 'withdraw');
  expect(receiver.standing(article)).toBeUndefined();
});

test('a connection that breaks after the text was taken in does not place it twice', async () => {
  const { admin, url, receiver } = house;
  const outlet = await addOutlet(admin, url, { receiver });
  receiver.behave({ kind: 'drop' });
  const article = await publish(admin);
  await askForLicence(outlet.api, article);
  await until('the text is taken in', () => receiver.standing(article));
  receiver.behave({ kind: 'accept' });
  const done = async () => (await attempts(outlet.destination)).at(-1)?.outcome === 'placed';
  await until('the service knows', done, 15_000);
  expect(receiver.applied(article)).toHaveLength(1);
}, 30_000);
