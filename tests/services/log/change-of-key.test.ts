import { compromiseKey } from '../../../src/services/signing-keys/compromise-key.ts';
import { openLiveKeys } from '../../../src/services/signing-keys/live-keys.ts';
import { openCheckpoint } from '../../../src/verifier/log/index.ts';
import { type TestService, testService } from '../../support/context.ts';
import { logKey, newestNote, sealAll, writeNotes } from '../../support/sealed-log.ts';

let service: TestService;
beforeAll(async () => {
  service = await testService();
});
afterAll(() => service.close());

test('a sequencer that has not heard signs no tree with a key that was given up', async () => {
  const { ctx, db } = service;
  const there = { ...ctx, keys: await openLiveKeys(db, ctx.seal) };
  await writeNotes(ctx, 1);
  await sealAll(there);
  const former = logKey(ctx);
  expect(openCheckpoint(await newestNote(ctx), [former])).toBeDefined();

  await compromiseKey(service.as({}), { kid: ctx.keys.log.kid, reason: 'A disk was lost.' });
  await sealAll(there);
  await ctx.keys.reload();
  expect(openCheckpoint(await newestNote(ctx), [former])).toBeUndefined();
  expect(openCheckpoint(await newestNote(ctx), [logKey(ctx)])).toBeDefined();
});
