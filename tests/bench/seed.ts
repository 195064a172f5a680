import type { Api } from './api.ts';
import { sampleHtml } from './sample-article.ts';

export interface Outlet {
  id: string;
  key: string;
}

export interface Seeded {
  articles: string[];
  outlets: Outlet[];
}

/** What a partner would ask for: a quarter online. */
export const ASKED_USE = {
  media: ['web'],
  territories: ['NO', 'SE', 'DK'],
  until: new Date(Date.now() + 90 * 24 * 60 * 60 * 1000).toISOString(),
};

/** Puts in a publication with a policy that grants, its articles, and outlets with keys. */
export async function seed(
  api: Api,
  count: { articles: number; outlets: number },
): Promise<Seeded> {
  await api.call('PUT', '/v1/publications/harbour', PUBLICATION);
  await api.call('PUT', '/v1/terms/online', TERMS);
  await api.call('PUT', '/v1/publications/harbour/policy', POLICY);
  const articles = await each(count.articles, (at) => putIn(api, at));
  const outlets = await each(count.outlets, (at) => register(api, at));
  return { articles, outlets };
}

/** Adds a webhook to an outlet and answers with the destination's id. */
export async function addWebhook(api: Api, outlet: Outlet, url: string): Promise<string> {
  const body = { channel: 'webhook', format: 'html', settings: { url } };
  const path = `/v1/outlets/${outlet.id}/destinations`;
  return (await api.call<{ id: string }>('POST', path, body)).id;
}

/** Asks for every article in every outlet's name, a few at a time. */
export async function requestAll(api: Api, { articles, outlets }: Seeded): Promise<void> {
  const asks = outlets.flatMap(({ key }) => articles.map((articleId) => ({ key, articleId })));
  const ask = async (): Promise<void> => {
    for (let next = asks.pop(); next; next = asks.pop()) await request(api, next);
  };
  await Promise.all(Array.from({ length: 8 }, ask));
}

async function request(api: Api, { key, articleId }: { key: string; articleId: string }) {
  const body = { articleId, use: ASKED_USE };
  const { state } = await api.call<{ state: string }>('POST', '/v1/requests', body, key);
  if (state !== 'granted') throw new Error(`a request that the policy grants is ${state}`);
}

/** Puts one story in and answers its id. */
export async function putIn(api: Api, at: number): Promise<string> {
  const body = { publication: 'harbour', externalId: `story-${at}`, ...storyOf(at) };
  return (await api.call<{ id: string }>('POST', '/v1/articles', body)).id;
}

/** Corrects a story that is in its first version. */
export async function correct(api: Api, id: string, at: number): Promise<void> {
  const body = { ...storyOf(at), headline: `The ferry, part ${at}, corrected` };
  await api.call('PUT', `/v1/articles/${id}`, body, undefined, { 'if-match': '"1"' });
}

function storyOf(at: number) {
  return {
    headline: `The ferry, part ${at}`,
    ...{ byline: 'By the harbour desk', language: 'en', body: { html: sampleHtml() } },
    canonicalUrl: `https://harbour.example/ferry/${at}`,
    publishedAt: new Date().toISOString(),
    subjects: ['transport'],
  };
}

async function register(api: Api, at: number): Promise<Outlet> {
  const body = { name: `Outlet ${at}`, origins: [`https://o${at}.example`], country: 'NO' };
  const { id } = await api.call<{ id: string }>('POST', '/v1/outlets', body);
  const { key } = await api.call<{ key: string }>('POST', `/v1/outlets/${id}/keys`, {
    name: 'cms',
  });
  return { id, key };
}

async function each<T>(count: number, make: (at: number) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: count }, (_, at) => make(at)));
}

const PUBLICATION = {
  ...{ name: 'The Harbour', url: 'https://harbour.example', language: 'en' },
  ...{ copyrightHolder: 'Harbour Press', copyrightSince: 1998, contact: 'desk@harbour.example' },
  timeZone: 'Europe/Oslo',
};

const TERMS = { media: ['web', 'app'], territories: ['world'], window: { maxDays: 180 } };

const POLICY = {
  rules: [
    {
      ...{ name: 'no aggregators', effect: 'refuse' },
      when: { outlet: { class: ['aggregator'] } },
      reason: 'Aggregators are not offered reprints.',
    },
    {
      ...{ name: 'long uses', effect: 'refer' },
      unless: { use: { maxDays: 180 } },
      reason: 'A person looks at uses of more than half a year.',
    },
    {
      ...{ name: 'partners online', effect: 'grant', terms: 'online' },
      when: { outlet: { country: ['NO', 'SE'] }, use: { media: ['web', 'app'] } },
      reason: 'Nordic partners may reprint online.',
    },
  ],
};
