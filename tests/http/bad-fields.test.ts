import {
  article,
  NOBODY,
  openRefusals,
  type Refusals,
  type Sending,
  use,
} from '../support/refusals.ts';
import { LETTER, PUBLICATION } from '../support/seed.ts';

let house: Refusals;
beforeAll(async () => {
  house = await openRefusals();
});
afterAll(() => house.app.close());

type Field = [what: string, sending: () => Sending, pointer: string, code: string];
const asking = (more: object) => () => ({
  ...{ by: house.outlet.api, path: '/v1/requests' },
  body: { articleId: house.live, use: { ...use, ...more } },
});
const putting = (more: object) => () => ({ path: '/v1/articles', body: { ...article, ...more } });
const hooking = (url: string) => () => ({
  path: `/v1/outlets/${house.outlet.id}/destinations`,
  body: { channel: 'webhook', format: 'html', settings: { url } },
});

const fields: Field[] = [
  ['an unknown field', putting({ headlien: 'Dawn' }), '#/headlien', 'unknown-field'],
  ['a field that is missing', putting({ headline: undefined }), '#/headline', 'missing'],
  ['a wrong type', putting({ subjects: 'boats' }), '#/subjects', 'wrong-type'],
  [
    'a date that is none',
    putting({ publishedAt: '2026-02-30T00:00:00Z' }),
    '#/publishedAt',
    'wrong-format',
  ],
  [
    'a year that the database does not have',
    putting({ embargoUntil: '0000-06-01T00:00:00Z' }),
    '#/embargoUntil',
    'not-acceptable',
  ],
  [
    'a URL that would be read backwards',
    putting({ canonicalUrl: 'https://harbour-letter.example/\u202Etaob' }),
    '#/canonicalUrl',
    'wrong-format',
  ],
  [
    'a footer that nobody can see',
    () => ({
      ...{ method: 'PUT', path: `/v1/publications/${PUBLICATION}` },
      body: { ...LETTER, footerTemplate: '\u200b\u200b' },
    }),
    '#/footerTemplate',
    'wrong-format',
  ],
  [
    'a filter that holds a NUL',
    () => ({ method: 'GET', path: '/v1/events?subject=%00' }),
    '#/subject',
    'wrong-format',
  ],
  [
    'an origin that is none',
    () => ({ path: '/v1/outlets', body: { name: 'Courier', origins: ['null'], country: 'NO' } }),
    '#/origins/0',
    'not-acceptable',
  ],
  ['a body of end marks', putting({ body: { text: '-30-\n\nENDS' } }), '#/body/text', 'body-empty'],
  ['a body without words', putting({ body: { html: '<p> </p>' } }), '#/body/html', 'body-empty'],
  ['an unknown replaced article', putting({ replaces: NOBODY }), '#/replaces', 'unknown-article'],
  ['a medium that is none', asking({ media: ['telepathy'] }), '#/use/media/0', 'not-an-option'],
  ['an until in the past', asking({ until: '2020-01-01T00:00:00Z' }), '#/use/until', 'in-the-past'],
  ['reversed dates', asking({ from: '2098-01-01T00:00:00Z' }), '#/use/until', 'not-after-from'],
  ['a private address', hooking('https://10.1.2.3/in'), '#/settings/url', 'address-not-allowed'],
  [
    'a private address in disguise',
    hooking('https://0x0a.1/in'),
    '#/settings/url',
    'address-not-allowed',
  ],
  [
    'a scheme that is no web',
    hooking('ftp://courier.example/in'),
    '#/settings/url',
    'scheme-not-allowed',
  ],
];

test.each(fields)(
  '%s is pointed out and leaves nothing behind',
  async (_what, sending, pointer, code) => {
    const { status, code: whole, errors = [] } = await house.refused(sending());
    expect([status, whole]).toEqual([422, 'invalid-request']);
    expect(errors).toEqual([{ pointer, code, detail: expect.stringMatching(/\S{2} .*[.?]$/) }]);
  },
);

test('a webhook is not moved to a private address either', async () => {
  const { path, body } = hooking('https://courier.example/in')();
  const { id } = (await house.app.admin.post<{ id: string }>(path, body)).body;
  const change = { settings: { url: 'https://192.168.0.7/in' } };
  const sending = { method: 'PATCH', path: `/v1/destinations/${id}`, body: change };
  expect((await house.refused(sending)).errors).toEqual([
    expect.objectContaining({ pointer: '#/settings/url', code: 'address-not-allowed' }),
  ]);
});

test('an unknown footer placeholder is pointed out on save', async () => {
  const { body: publication } = await house.app.admin.put<object>(
    `/v1/publications/${PUBLICATION}`,
    LETTER,
  );
  const footerTemplate = '© {years} {owner}';
  const path = `/v1/publications/${PUBLICATION}`;
  const body = { ...LETTER, footerTemplate };
  const { errors } = await house.refused({ method: 'PUT', path, body });
  expect(errors).toEqual([expect.objectContaining({ pointer: '#/footerTemplate' })]);
  expect((await house.app.admin.put<object>(path, LETTER)).body).toEqual(publication);
});
