import {
  article,
  NOBODY,
  openRefusals,
  type Refusals,
  type Sending,
  use,
} from '../support/refusals.ts';
import { addOutlet, ask, askForLicence, STORY } from '../support/seed.ts';

const html = (bytes: number) => ({ ...article, body: { html: 'x'.repeat(bytes) } });
const halfCharacter = Buffer.from('7b22686561646c696e65223a22c3227d', 'hex');

let house: Refusals;
let licence: string;
beforeAll(async () => {
  house = await openRefusals();
  const other = await addOutlet(house.app.admin, house.app.url);
  licence = (await askForLicence(other.api, house.live)).id;
  const first = { articleId: house.live, use };
  await house.outlet.api.post('/v1/requests', first, { headers: { 'idempotency-key': 'used' } });
});
afterAll(() => house.app.close());

type Row = [what: string, sending: () => Sending, status: number, code: string];

const whole: Row[] = [
  ['broken JSON', () => ({ path: '/v1/articles', body: '{"headline":' }), 400, 'body-malformed'],
  ['invalid UTF-8', () => ({ path: '/v1/articles', body: halfCharacter }), 400, 'body-malformed'],
  [
    'an article over 1 MiB',
    () => ({ path: '/v1/articles', body: html(1024 * 1024) }),
    413,
    'body-too-large',
  ],
  [
    'anything else over 256 KiB',
    () => ({ path: '/v1/outlets', body: { name: 'x'.repeat(256 * 1024) } }),
    413,
    'body-too-large',
  ],
  [
    'a body that is not JSON',
    () => ({ path: '/v1/articles', body: 'hello', headers: { 'content-type': 'text/plain' } }),
    415,
    'media-type-unsupported',
  ],
  [
    'an unknown article',
    () => ({ by: house.outlet.api, path: '/v1/requests', body: { articleId: NOBODY, use } }),
    404,
    'article-not-found',
  ],
  [
    'an id that is none',
    () => ({ method: 'GET', path: '/v1/licences/7' }),
    404,
    'licence-not-found',
  ],
  [
    'an unknown publication',
    () => ({ path: '/v1/articles', body: { ...article, publication: 'nowhere' } }),
    404,
    'publication-not-found',
  ],
  [
    'another outlet’s licence',
    () => ({ by: house.outlet.api, method: 'GET', path: `/v1/licences/${licence}/article` }),
    404,
    'licence-not-found',
  ],
  [
    'no If-Match',
    () => ({ method: 'PUT', path: `/v1/articles/${house.live}`, body: STORY }),
    428,
    'precondition-required',
  ],
  [
    'a wrong If-Match',
    () => ({
      ...{ method: 'PUT', path: `/v1/articles/${house.live}`, body: STORY },
      headers: { 'if-match': '"7"' },
    }),
    412,
    'precondition-failed',
  ],
  [
    'a change to a killed article',
    () => ({
      ...{ method: 'PUT', path: `/v1/articles/${house.killed}`, body: STORY },
      headers: { 'if-match': '"1"' },
    }),
    409,
    'article-killed',
  ],
  [
    'an Idempotency-Key that was used for another body',
    () => ({
      ...{ by: house.outlet.api, path: '/v1/requests', body: { articleId: house.killed, use } },
      headers: { 'idempotency-key': 'used' },
    }),
    409,
    'idempotency-conflict',
  ],
];

test.each(whole)(
  '%s is a problem and leaves nothing behind',
  async (_what, sending, status, code) => {
    const problem = await house.refused(sending());
    expect([problem.status, problem.code]).toEqual([status, code]);
  },
);

test('a well-formed request for permission is never a problem: it is kept and decided', async () => {
  const decided = await ask(house.outlet.api, house.killed);
  expect(decided).toMatchObject({ state: 'refused', reasons: [{ code: 'article-killed' }] });
  expect((await house.outlet.api.get<object>(`/v1/requests/${decided.id}`)).body).toEqual(decided);
});
