import type { ServerResponse } from 'node:http';
import type { Delivery, Site } from '../../src/receiver/index.ts';

const STORIES = '/stories/';

/** The outlet's own pages, one for each article. */
export interface OutletSite extends Site {
  /** What it last heard of an article. */
  copyOf(article: string): Delivery | undefined;
  /** The address of an article's page. */
  pageOf(article: string): string;
  /** Answers whoever reads a page: the text, or what stands in its place, or nothing. */
  show(path: string, response: ServerResponse): void;
}

export function openSite(origin: string): OutletSite {
  const copies = new Map<string, Delivery>();
  const pageOf = (article: string) => `${origin}${STORIES}${article}`;
  return {
    copyOf: (article) => copies.get(article),
    pageOf,
    async publish(delivery) {
      copies.set(delivery.article.id, delivery);
      return { url: pageOf(delivery.article.id) };
    },
    async remove(delivery) {
      copies.set(delivery.article.id, delivery);
    },
    show(path, response) {
      const { content, notice } = copies.get(path.slice(STORIES.length)) ?? {};
      const text = content?.text ?? notice?.text;
      response.writeHead(text === undefined ? 404 : 200, { 'content-type': PLAIN }).end(text);
    },
  };
}

const PLAIN = 'text/plain; charset=utf-8';
