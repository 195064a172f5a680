import type { ApiClient } from './api-client.ts';
import { addOutlet, ask, type Decided, type Outlet, type Page, publish } from './seed.ts';
import type { ServedApp } from './served-app.ts';

export interface Message {
  id: string;
  side: string;
  text: string | null;
  use?: { media: string[] };
  offer?: { terms: { slug: string; version: number }; use: { media: string[] } };
  answer?: { offer: string; accepted: boolean };
}
export interface Conversation extends Decided {
  use: { media: string[] };
  messages: Message[];
  offer?: { id: string; terms: { slug: string; version: number } };
}
interface Problem {
  code: string;
  errors?: { pointer: string; code: string }[];
  /** The offer that stands instead. */
  offer?: string;
}

/** Print in Norway for twenty days, which the publication's default terms do not offer. */
export const PRINT = {
  media: ['print'],
  territories: ['NO'],
  until: new Date(Date.now() + 20 * 86_400_000).toISOString(),
};

/** Terms that offer print too, as `paper`. */
export async function savePaperTerms(app: ServedApp): Promise<void> {
  await app.admin.put('/v1/terms/paper', { media: ['web', 'print'] });
}

/** A newcomer that asks, so that its request waits for a person. */
export function addNewcomer(app: ServedApp): Promise<Outlet> {
  return addOutlet(app.admin, app.url, { tags: ['newcomer'] });
}

/** A request that waits, with all that is said about it. */
export async function openConversation(app: ServedApp, outlet: Outlet) {
  const article = await publish(app.admin);
  const { id } = await ask(outlet.api, article);
  const path = (end = '') => `/v1/requests/${id}${end}`;
  return {
    ...{ id, article, path },
    say: async (who: ApiClient, body: object) =>
      (await who.post<Message>(path('/messages'), body)).body,
    read: async () => (await outlet.api.get<Conversation>(path())).body,
    /** Whatever the answer is. */
    async answer(who: ApiClient, end: string, body: object = {}) {
      const { status, body: told } = await who.ask<Problem>('POST', path(end), { body });
      return { status, ...told };
    },
    async notices() {
      type Told = Page<{ kind: string; about: { id: string } }>;
      const { items } = (await app.admin.get<Told>('/v1/notices?limit=20')).body;
      const kinds = items.filter((notice) => notice.about.id === id).map(({ kind }) => kind);
      return kinds.sort();
    },
    async events() {
      const told = await app.admin.get<Page<{ type: string }>>(`/v1/events?subject=${id}`);
      return told.body.items.map(({ type }) => type).reverse();
    },
  };
}
