import { surely } from '../../src/db/surely.ts';

/** Fails with each of these errors in turn, then answers how often it was asked. */
function failing(...errors: Error[]): () => Promise<number> {
  let asked = 0;
  return async () => {
    asked += 1;
    const error = errors.shift();
    if (error) throw error;
    return asked;
  };
}

test('a store that is away for a moment is asked again until it answers', async () => {
  const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  const starting = Object.assign(new Error('starting up'), { code: '57P03' });
  expect(await surely(failing(refused, starting))).toBe(3);
});

test('what the store refuses is not asked again', async () => {
  const refused = Object.assign(new Error('violates a constraint'), { code: '23514' });
  const work = failing(refused);
  await expect(surely(work)).rejects.toThrow('violates a constraint');
  expect(await work()).toBe(2);
});
