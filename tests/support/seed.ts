import { type ApiClient, apiClient } from './api-client.ts';
import type { Receiver } from './receiver.ts';
import { ADMIN_KEY } from './tiers.ts';

/** The fields of the answers that the tests look at. */
export interface Licence {
  id: string;
  series: string;
  prev: string | null;
  successor?: string;
  state: string;
  token: string;
  article: string;
  articleVersion: number;
  feed?: { publication: string; filter: object };
  footer: string;
  from: string;
  until: string;
  verifyUrl: string;
  terms: { uri: string; version: number };
}
export interface Decided {
  id: string;
  state: 'granted' | 'refused' | 'pending';
  reasons: { code: string; message: string; pointer?: string }[];
  licence?: Licence;
}
export interface Placement {
  id: string;
  licence: string;
  seq: number;
  state: string;
  attempts: number;
  wanted: { version: number; operation: string; reason?: string };
  placed?: { seq: number; version: number; operation: string };
}
export interface Page<Item> {
  items: Item[];
  next?: string;
}

/** A partner organisation and its own key. */
export interface Outlet {
  id: string;
  api: ApiClient;
}

export const PUBLICATION = 'harbour-letter';
export const FOOTER = '© {years} {holder}. From {publication}. Licence {licenceId}: {verifyUrl}';

export const LETTER = {
  name: 'The Harbour Letter',
  url: 'https://harbour-letter.example',
  copyrightHolder: 'Harbour Letter Cooperative',
  copyrightSince: 2011,
  language: 'en',
  timeZone: 'Pacific/Auckland',
  footerTemplate: FOOTER,
  contact: 'rights@harbour-letter.example',
};

/** A publication whose policy grants to partners, refers newcomers, and refuses rivals and print. */
export async function seedHouse(url: string): Promise<ApiClient> {
  const admin = apiClient(url, ADMIN_KEY);
  await admin.put(`/v1/publications/${PUBLICATION}`, LETTER);
  await admin.put('/v1/terms/web', { media: ['web', 'app'], window: { maxDays: 90 } });
  await admin.put(`/v1/publications/${PUBLICATION}/policy`, { defaultTerms: 'web', rules: RULES });
  return admin;
}

const RULES = [
  { name: 'partners', effect: 'grant', when: tagged('partner'), reason: 'Partners may reprint.' },
  { name: 'newcomers', effect: 'refer', when: tagged('newcomer'), reason: 'We look at you first.' },
  { name: 'rivals', effect: 'refuse', when: tagged('rival'), reason: 'Not to our rivals.' },
  {
    name: 'paper',
    effect: 'refuse',
    when: { use: { media: ['print'] } },
    reason: 'Print is ours alone.',
  },
];

function tagged(tag: string) {
  return { outlet: { tag: [tag] } };
}

/** An outlet with a key, and with a webhook where a receiver is given. */
export async function addOutlet(
  admin: ApiClient,
  url: string,
  more: { name?: string; tags?: string[]; receiver?: Receiver; format?: string } = {},
): Promise<Outlet & { destination: string }> {
  const { name = 'The Courier', tags = ['partner'], receiver, format = 'html' } = more;
  const origins = ['https://courier.example'];
  const facts = { name, origins, country: 'NO', tags };
  const { id } = (await admin.post<{ id: string }>('/v1/outlets', facts)).body;
  const { key } = (await admin.post<{ key: string }>(`/v1/outlets/${id}/keys`, { name: 'desk' }))
    .body;
  const api = apiClient(url, key);
  const destination = receiver ? await addDestination(api, id, receiver, format) : '';
  return { id, api, destination };
}

/** A webhook whose secret the service makes and shows once. */
export async function addDestination(
  api: ApiClient,
  outlet: string,
  receiver: Receiver,
  format: string,
): Promise<string> {
  const body = { channel: 'webhook', format, settings: { url: receiver.url } };
  const made = await api.post<{ id: string; settings: { secret: string } }>(
    `/v1/outlets/${outlet}/destinations`,
    body,
  );
  receiver.trust(made.body.settings.secret);
  return made.body.id;
}

export const STORY = {
  headline: 'The pilot boat goes electric',
  byline: 'By the quay desk',
  dateline: 'LYSEKIL',
  body: {
    html: '<p>The first <em>silent</em> pilot boat left the quay at dawn.</p><p>Two more follow.</p>',
  },
  summary: 'A quiet morning in the harbour.',
  language: 'en',
  canonicalUrl: 'https://harbour-letter.example/pilot-boat',
  publishedAt: '2025-12-31T18:00:00Z',
};

/** Puts an article in and answers its id. */
export async function publish(admin: ApiClient, more: object = {}): Promise<string> {
  const body = { publication: PUBLICATION, ...STORY, ...more };
  return (await admin.post<{ id: string }>('/v1/articles', body)).body.id;
}

/** Puts the story in again as the version after `version`. */
export async function correct(
  admin: ApiClient,
  id: string,
  version: number,
  more: object,
): Promise<void> {
  const headers = { 'if-match': `"${version}"` };
  await admin.put(`/v1/articles/${id}`, { ...STORY, ...more }, { headers });
}

/** Asks to reprint an article on the web for a month, or as told. */
export async function ask(api: ApiClient, articleId: string, use: object = {}): Promise<Decided> {
  const until = new Date(Date.now() + 30 * 86_400_000).toISOString();
  const asked = { media: ['web'], territories: ['world'], until, ...use };
  return (await api.post<Decided>('/v1/requests', { articleId, use: asked })).body;
}

/** Asks for each article of a publication that a filter lets through, where a licence is expected. */
export async function askForFeed(
  api: ApiClient,
  publication: string,
  filter: object = {},
  more: { use?: object; backFill?: number } = {},
): Promise<Licence> {
  const until = new Date(Date.now() + 30 * 86_400_000).toISOString();
  const use = { media: ['web'], territories: ['world'], until, ...more.use };
  const { backFill } = more;
  const feed = { publication, filter, ...(backFill !== undefined && { backFill }) };
  const decided = (await api.post<Decided>('/v1/requests', { feed, use })).body;
  if (!decided.licence) throw new Error(`no licence: ${JSON.stringify(decided)}`);
  return decided.licence;
}

/** As {@link ask}, where a licence is expected. */
export async function askForLicence(
  api: ApiClient,
  article: string,
  use: object = {},
): Promise<Licence> {
  const decided = await ask(api, article, use);
  if (!decided.licence) throw new Error(`no licence: ${JSON.stringify(decided)}`);
  return decided.licence;
}
