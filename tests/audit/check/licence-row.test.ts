import { FIXED_COLUMNS, LIFE_COLUMNS } from '../../../src/audit/check/licence-row.ts';
import { type TestService, testService } from '../../support/context.ts';
import { query } from '../../support/query.ts';

/** Its name and token, and when and why it came to be in its state, are looked at by themselves. */
const BESIDE = ['id', 'token', 'ended_at', 'end_reason', 'suspended_at', 'suspend_reason'];
/** What the relay notes for itself. */
const NOTES = ['reinstated_at', 'told_version'];

let service: TestService;
beforeAll(async () => {
  service = await testService();
});
afterAll(() => service.close());

test('every column of a licence is held against the events, or is known not to be', async () => {
  const columns = await query<{ name: string }>(
    service.url,
    "select column_name as name from information_schema.columns where table_name = 'licence'",
  );
  const known = [...FIXED_COLUMNS, ...LIFE_COLUMNS, ...BESIDE, ...NOTES];
  expect(columns.map(({ name }) => name).sort()).toEqual(known.sort());
});
