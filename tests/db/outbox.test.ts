import { v7 } from 'uuid';
import { leaveWord, putBack, type Scope, take } from '../../src/db/outbox.ts';
import { type TestService, testService } from '../support/context.ts';

let service: TestService;
beforeAll(async () => {
  service = await testService();
});
beforeEach(() => service.db.deleteFrom('outbox').execute());
afterAll(() => service.close());

const leave = (...scopes: Scope[]) =>
  leaveWord(service.db, { kind: 'licence.issued', scopes, requestId: 'test' });
const taken = async (limit: number) =>
  (await take(service.db, limit))
    .sort((one, other) => one.id - other.id)
    .map(({ article, outlet }) => ({ article, outlet }));

test('with the word on an article as a whole all that name it are taken, and no other', async () => {
  const [article, other, one, two] = [v7(), v7(), v7(), v7()];
  await leave({ article, outlet: null }, { article: other, outlet: one });
  await leave({ article, outlet: one }, { article, outlet: two });
  expect(await taken(1)).toEqual([
    { article, outlet: null },
    { article, outlet: one },
    { article, outlet: two },
  ]);
  expect(await taken(10)).toEqual([{ article: other, outlet: one }]);
});

test('a word on one outlet takes none of the others along', async () => {
  const [article, one, two] = [v7(), v7(), v7()];
  await leave({ article, outlet: one }, { article, outlet: two });
  expect(await taken(1)).toEqual([{ article, outlet: one }]);
});

test('what is held is taken by nobody else until it is given back', async () => {
  const article = v7();
  await leave({ article, outlet: null });
  const rows = await take(service.db, 10);
  expect(await taken(10)).toEqual([]);
  await putBack(service.db, rows);
  expect(await taken(10)).toEqual([{ article, outlet: null }]);
});
