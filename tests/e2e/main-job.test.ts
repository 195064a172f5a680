import { type House, openHouse } from '../support/house.ts';
import { TIERS } from '../support/tiers.ts';
import { decides } from './decides.ts';
import { keepsTime } from './keeps-time.ts';
import { obeysThePartner } from './obeys-the-partner.ts';
import { places } from './places.ts';
import { publishesStatuses } from './publishes-statuses.ts';
import { survivesARestart } from './survives-a-restart.ts';

/** The same sentences hold on every tier; only where the data and the queue live differs. */
describe.each(TIERS)('on the tier %s', (tier) => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse(tier);
  }, 120_000);
  afterAll(() => house.close());

  describe('an article is licensed, placed, kept correct and taken back', () =>
    places(() => house));
  describe('a request is decided', () => decides(() => house));
  describe('nothing goes before its time or stays after it', () => keepsTime(() => house));
  describe('what becomes of a licence is published', () => publishesStatuses(() => house));
  describe('the outlet steers what is sent to it', () => obeysThePartner(() => house));
  describe('a restart changes nothing', () => survivesARestart(() => house));

  test('every message was signed as Standard Webhooks asks', () => {
    expect(house.receiver.faults).toEqual([]);
    expect(house.receiver.deliveries.length).toBeGreaterThan(10);
  });

  test('it ends with status 0 within 30 s of SIGTERM', async () => {
    const { code, ms } = await house.service.stop();
    expect(code).toBe(0);
    expect(ms).toBeLessThan(30_000);
    expect(house.service.output()).not.toMatch(/"level":50/);
  });
});
