import { addOutlet, askForLicence, publish } from '../support/seed.ts';
import { openSplitHouse, type SplitHouse } from '../support/split-house.ts';
import { groundFor, type Tier } from '../support/tiers.ts';
import { until } from '../support/until.ts';

const STORIES = 6;
/** A lease runs for 12 s, and a wake-up is found at the latest a stalled check after its lock. */
const RECOVERED_WITHIN_MS = 20_000;

describe.each<Tier>(['PostgreSQL', 'PostgreSQL and Redis'])('on the tier %s', (tier) => {
  let house: SplitHouse;
  beforeAll(async () => {
    house = await openSplitHouse(await groundFor(tier));
  }, 120_000);
  afterAll(() => house.close());

  test('workers killed in the middle of deliveries lose none, and none counts twice', async () => {
    const { admin, url, receiver } = house;
    const outlet = await addOutlet(admin, url, { receiver });
    // Taken in, and never said so: to the sender these are of unknown outcome.
    receiver.behave({ kind: 'hang' });
    const articles = await Promise.all(Array.from({ length: STORIES }, () => publish(admin)));
    for (const article of articles) await askForLicence(outlet.api, article);
    await until('deliveries hang', () => receiver.deliveries.length > 0);

    await house.workers.kill();
    receiver.behave({ kind: 'accept' });
    await house.startWorkers();

    const all = () => articles.every((article) => receiver.standing(article));
    await until('all are delivered', all, RECOVERED_WITHIN_MS);
    const settled = async () => {
      const { body } = await outlet.api.get<{ items: { id: string }[] }>(
        '/v1/placements?state=placed',
      );
      return body.items.length === STORIES;
    };
    await until('the service knows', settled, RECOVERED_WITHIN_MS);
    for (const article of articles) {
      expect(receiver.applied(article).map(({ seq }) => seq)).toEqual([1]);
    }
    const repeated = receiver.deliveries.filter(({ applied }) => !applied);
    expect(repeated.length).toBeGreaterThan(0);
    expect(receiver.faults).toEqual([]);
  }, 60_000);
});
