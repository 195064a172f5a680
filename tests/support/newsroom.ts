import type { Context } from '../../src/context.ts';
import type { AskedFeed } from '../../src/domain/feed.ts';
import { DEFAULT_TERMS, type Terms } from '../../src/domain/terms.ts';
import type { AskedUse } from '../../src/domain/use.ts';
import { putInArticle } from '../../src/services/articles/put-in-article.ts';
import { createDestination } from '../../src/services/destinations/save-destination.ts';
import { createOutlet } from '../../src/services/outlets.ts';
import { requestReprint } from '../../src/services/requests/request-reprint.ts';
import { savePolicy } from '../../src/services/save-policy.ts';
import { savePublication } from '../../src/services/save-publication.ts';
import { saveTerms } from '../../src/services/save-terms.ts';
import type { TestService } from './context.ts';

export const DAY_MS = 86_400_000;

/** A small agency that grants whatever its outlets ask, ready to be put to work. */
export async function openNewsroom(service: TestService) {
  const admin = service.as({});
  const slug = `harbour-${admin.newId()}`;
  await savePublication(admin, {
    slug,
    name: 'Harbour News',
    url: 'https://harbour-news.example/',
    copyrightHolder: 'Harbour News Cooperative',
    copyrightSince: 2009,
    language: 'en',
    timeZone: 'Europe/Oslo',
    footerTemplate: null,
    latestBlock: null,
    contact: 'rights@harbour-news.example',
  });
  await offer(admin, slug, {});
  return {
    admin,
    slug,
    /** What is granted from now on: the default terms with these changes. */
    offer: (terms: Partial<Terms>) => offer(admin, slug, terms),
    putIn: (embargoUntil: number | null = null) => putIn(admin, slug, embargoUntil),
    outlet: () => openOutlet(service, admin, slug),
  };
}

async function offer(admin: Context, slug: string, terms: Partial<Terms>): Promise<void> {
  await saveTerms(admin, { slug, terms: { ...DEFAULT_TERMS, ...terms } });
  const reason = 'Every partner may reprint.';
  const rules = [{ name: 'all', effect: 'grant', reason }] as const;
  await savePolicy(admin, { slug, policy: { defaultTerms: slug, rules } });
}

export const STORY = {
  headline: 'Ferry company returns to the old harbour',
  byline: null,
  dateline: null,
  body: { text: 'The evening ferry will call again from May.\n\nThe town has repaired the quay.' },
  intake: 'auto',
  summary: null,
  language: 'en',
  canonicalUrl: 'https://harbour-news.example/ferry',
  publishedAt: Date.UTC(2026, 2, 1, 6),
  embargoUntil: null,
  subjects: [],
  images: [],
  rights: { reprint: 'allowed', excludeOutlets: [], excludeTerritories: [], note: null },
} as const;

async function putIn(admin: Context, publication: string, embargoUntil: number | null) {
  const content = { ...STORY, images: [], embargoUntil };
  const { id } = await putInArticle(admin, {
    publication,
    externalId: null,
    replaces: null,
    content,
  });
  return id;
}

async function openOutlet(service: TestService, admin: Context, publication: string) {
  const { id } = await createOutlet(admin, {
    name: 'The Fjord Courier',
    origins: ['https://fjord-courier.example'],
    country: 'NO',
    class: null,
    tags: [],
    contacts: [],
  });
  const own = service.as({ role: 'outlet', outlet: id });
  return {
    id,
    own,
    addDestination: (url = 'http://127.0.0.1:9/') =>
      createDestination(own, {
        outlet: id,
        channel: 'webhook',
        format: 'html',
        settings: { url },
      }),
    /** Asks for each article that a filter lets through. */
    async askFeed(
      filter: AskedFeed['filter'] = {},
      use: Partial<AskedUse> = {},
      more: Pick<AskedFeed, 'backFill'> = {},
    ) {
      const asked = { ...WEB, until: own.now() + DAY_MS, ...use };
      const feed = { publication, filter, ...more };
      const { licence } = await requestReprint(own, { feed, use: asked });
      if (!licence) throw new Error('the newsroom grants everything');
      return licence;
    },
    async ask(articleId: string, use: Partial<AskedUse> = {}) {
      const asked = { ...WEB, until: own.now() + DAY_MS, ...use };
      const { licence } = await requestReprint(own, { articleId, use: asked });
      if (!licence) throw new Error('the newsroom grants everything');
      return licence;
    },
  };
}

const WEB = { media: ['web'], territories: ['world'], edits: 'none', images: 'none' } as const;
