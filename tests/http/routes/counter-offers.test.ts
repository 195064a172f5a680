import {
  addNewcomer,
  type Conversation,
  openConversation,
  PRINT,
  savePaperTerms,
} from '../../support/conversation.ts';
import type { Outlet, Page } from '../../support/seed.ts';
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

test('an offer that is accepted is licensed under the version that was offered', async () => {
  const offer = await talk.say(app.admin, {
    offer: { terms: 'paper', use: PRINT },
    text: 'On paper?',
  });
  expect(offer).toMatchObject({ side: 'house', offer: { terms: { slug: 'paper' }, use: PRINT } });
  const { version } = offer.offer?.terms ?? { version: 0 };
  await app.admin.put('/v1/terms/paper', { media: ['print'], images: 'withStory' });
  expect((await talk.read()).offer).toMatchObject({
    id: offer.id,
    terms: { slug: 'paper', version },
  });

  const { body } = await outlet.api.post<Conversation>(
    talk.path('/accept'),
    { offer: offer.id, text: 'Gladly.' },
    { status: 200 },
  );
  expect(body).toMatchObject({
    state: 'granted',
    reasons: [{ code: 'offer-accepted' }],
    licence: { state: 'active', use: { media: ['print'] }, terms: { version } },
  });
  const after = await talk.read();
  expect(after.offer).toBeUndefined();
  expect(after.messages.at(-1)).toMatchObject({
    side: 'outlet',
    answer: { offer: offer.id, accepted: true },
  });
  expect(await talk.events()).toEqual([
    ...['request.received', 'request.offered', 'request.accepted', 'request.granted'],
  ]);
  expect(await talk.notices()).toEqual([
    ...['offer-accepted', 'request-offered', 'request-waiting'],
  ]);
});

test('a new offer takes the place of the one before, and a declined one stands no more', async () => {
  const first = await talk.say(app.admin, { offer: { terms: 'paper' } });
  const second = await talk.say(app.admin, { offer: { terms: 'web' } });
  expect(await talk.answer(outlet.api, '/accept', { offer: first.id })).toMatchObject({
    status: 409,
    code: 'offer-not-standing',
    offer: second.id,
  });
  await outlet.api.post(talk.path('/decline'), { text: 'Too short.' }, { status: 200 });
  expect(await talk.read()).toMatchObject({
    state: 'pending',
    messages: [{}, {}, { text: 'Too short.' }],
  });
  expect((await talk.read()).offer).toBeUndefined();
  expect((await talk.answer(outlet.api, '/accept')).code).toBe('offer-not-standing');
  expect((await talk.answer(outlet.api, '/decline')).code).toBe('offer-not-standing');

  const third = await talk.say(app.admin, { offer: { terms: 'web' } });
  expect((await talk.read()).offer?.id).toBe(third.id);
});

test('of two who accept at once one gets the licence, and the other is told that it is decided', async () => {
  await talk.say(app.admin, { offer: { terms: 'web' } });
  const both = await Promise.all([
    talk.answer(outlet.api, '/accept'),
    talk.answer(outlet.api, '/accept'),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  const { items } = (await outlet.api.get<Page<object>>(`/v1/licences?article=${talk.article}`))
    .body;
  expect(items).toHaveLength(1);
});
