import { apiClient } from '../../support/api-client.ts';
import {
  addNewcomer,
  type Conversation,
  type Message,
  openConversation,
  PRINT,
  savePaperTerms,
} from '../../support/conversation.ts';
import { addOutlet, type Outlet, type Page } from '../../support/seed.ts';
import { type ServedApp, serveApp } from '../../support/served-app.ts';

let app: ServedApp;
let outlet: Outlet;
let talk: Awaited<ReturnType<typeof openConversation>>;
beforeAll(async () => {
  app = await serveApp();
  outlet = await addNewcomer(app);
});
beforeEach(async () => {
  await savePaperTerms(app);
  talk = await openConversation(app, outlet);
});
afterAll(() => app.close());

test('both sides write, each reads the other, and the record has every word', async () => {
  await talk.say(outlet.api, { text: 'We would like to run it on Sunday.' });
  await talk.say(app.admin, { text: 'On which page?' });
  const { messages, state } = await talk.read();
  expect(state).toBe('pending');
  expect(messages.map(({ side, text }) => [side, text])).toEqual([
    ['outlet', 'We would like to run it on Sunday.'],
    ['house', 'On which page?'],
  ]);
  const paged = await outlet.api.get<Page<Message>>(talk.path('/messages?limit=1'));
  expect(paged.body.items).toEqual([messages[0]]);
  const rest = await outlet.api.get<Page<Message>>(
    talk.path(`/messages?limit=1&cursor=${paged.body.next}`),
  );
  expect(rest.body).toEqual({ items: [messages[1]] });
  expect(await talk.events()).toEqual([
    'request.received',
    'request.message-added',
    'request.message-added',
  ]);
  expect(await talk.notices()).toEqual(['request-message', 'request-message', 'request-waiting']);
});

test('what is asked can be changed while it waits, and a grant is of what is asked now', async () => {
  const message = await talk.say(outlet.api, { use: PRINT });
  expect(message).toMatchObject({ side: 'outlet', text: null, use: PRINT });
  expect((await talk.read()).use).toMatchObject(PRINT);
  expect(await talk.events()).toContain('request.changed');
  const granted = await app.admin.post<Conversation>(talk.path('/grant'), { terms: 'paper' });
  expect(granted.body.licence).toMatchObject({ use: { media: ['print'] } });
});

test('what is decided is closed to every kind of message', async () => {
  await talk.say(app.admin, { offer: { terms: 'web' } });
  await app.admin.post(talk.path('/refuse'), {});
  const closed = { status: 409, code: 'request-decided' };
  expect(await talk.answer(outlet.api, '/messages', { text: 'Please?' })).toMatchObject(closed);
  expect(await talk.answer(app.admin, '/messages', { text: 'No.' })).toMatchObject(closed);
  expect(await talk.answer(outlet.api, '/accept')).toMatchObject(closed);
  expect(await talk.answer(outlet.api, '/decline')).toMatchObject(closed);
  expect(await talk.notices()).toContain('request-refused');
});

test.each<[string, 'outlet' | 'house', object, string]>([
  ['nothing', 'outlet', {}, '#/text'],
  ['an offer of the outlet', 'outlet', { offer: { terms: 'web' } }, '#/offer'],
  ['another ask of the house', 'house', { use: PRINT }, '#/use'],
  [
    'an ask that has passed',
    'outlet',
    { use: { ...PRINT, until: '2020-01-01T00:00:00Z' } },
    '#/use/until',
  ],
  [
    'an offer that has passed',
    'house',
    { offer: { terms: 'web', use: { ...PRINT, until: '2020-01-01T00:00:00Z' } } },
    '#/offer/use/until',
  ],
  ['an offer of nothing', 'house', { offer: { terms: 'web', use: PRINT } }, '#/offer/terms'],
])('%s is no message', async (_what, side, body, pointer) => {
  const who = side === 'outlet' ? outlet.api : app.admin;
  const { status, errors } = await talk.answer(who, '/messages', body);
  expect([status, errors?.map((error) => error.pointer)]).toEqual([422, [pointer]]);
  expect(await talk.read()).not.toHaveProperty('messages');
});

test('an offer of terms that are not there is told', async () => {
  const told = await talk.answer(app.admin, '/messages', { offer: { terms: 'nowhere' } });
  expect([told.status, told.code]).toEqual([404, 'terms-not-found']);
});

test('nobody else reads or answers', async () => {
  await talk.say(app.admin, { offer: { terms: 'web' } });
  const stranger = await addOutlet(app.admin, app.url);
  for (const end of ['/messages', '/accept', '/decline']) {
    const told = await talk.answer(stranger.api, end, { text: 'Me too.' });
    expect([told.status, told.code]).toEqual([404, 'request-not-found']);
  }
  expect((await stranger.api.ask('GET', talk.path('/messages'))).status).toBe(404);
  expect((await app.admin.ask('POST', talk.path('/accept'), { body: {} })).status).toBe(403);

  await app.admin.put('/v1/publications/island-post', {
    ...{ name: 'Island Post', url: 'https://island.example', copyrightHolder: 'Island' },
    ...{ copyrightSince: 2001, language: 'en', contact: 'rights@island.example' },
  });
  const made = { name: 'desk', role: 'admin', publications: ['island-post'] };
  const { key } = (await app.admin.post<{ key: string }>('/v1/keys', made)).body;
  const local = apiClient(app.url, key);
  expect((await talk.answer(local, '/messages', { text: 'Hello.' })).status).toBe(403);
});
