import type { BrowserContext, Frame, Page } from 'playwright-core';
import { PROVOKE, SETTLE } from './provoke.ts';

const ORIGIN = 'http://page.example/';

/** Something that no text may do: run a script, open a dialog, ask for an address, leave. */
export interface Deed {
  /** Which of the documents shown did it. */
  document: number;
  what: string;
}

export interface WatchedPage {
  /** Loads documents beside one another, each in a frame of its own, and forgets those before. */
  show(documents: readonly string[]): Promise<readonly Frame[]>;
  /** Does to every element what readers and browsers do, and tells what the documents did. */
  provoke(): Promise<Deed[]>;
}

/**
 * A page in which attacks call `pwned`.
 *
 * @param allowed addresses that a document may ask for; they are answered with nothing
 */
export async function watchPage(
  context: BrowserContext,
  allowed: readonly string[] = [],
): Promise<WatchedPage> {
  const page = await context.newPage();
  const deeds: Deed[] = [];
  const documents: string[] = [];
  const note = (frame: Frame, what: string) => deeds.push({ document: documentOf(frame), what });
  await page.exposeBinding('pwned', ({ frame }) => void note(frame, 'ran a script'));
  page.on('dialog', (dialog) => {
    deeds.push({ document: Number.NaN, what: `opened a dialog: ${dialog.message()}` });
    // It may be gone with its frame already.
    dialog.dismiss().catch(() => undefined);
  });
  page.on('popup', (popup) => {
    deeds.push({ document: Number.NaN, what: 'opened a window' });
    popup.close().catch(() => undefined);
  });
  page.on('frameattached', (frame) => {
    if (frame.parentFrame() !== page.mainFrame()) note(frame, 'opened a frame');
  });
  const unseen = new Set<string>();
  await page.route('**/*', (route) => {
    const request = route.request();
    const url = request.url();
    if (unseen.delete(url)) {
      return route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: served(url, documents),
      });
    }
    if (!allowed.includes(url)) note(request.frame(), `asked for ${url}`);
    return route.abort();
  });
  return {
    async show(next) {
      await page.goto('about:blank');
      documents.splice(0, documents.length, ...next);
      for (const url of [ORIGIN, ...next.map((_, index) => ORIGIN + index)]) unseen.add(url);
      deeds.length = 0;
      await page.goto(ORIGIN, { waitUntil: 'load' });
      return framesOf(page);
    },
    async provoke() {
      for (const script of [PROVOKE, SETTLE]) {
        await Promise.all(framesOf(page).map((frame) => frame.evaluate(script).catch(leftAlready)));
      }
      return [...deeds];
    },
  };
}

/** The page itself holds nothing but a frame for each document. */
function served(url: string, documents: readonly string[]): string {
  const frames = documents.map((_, index) => `<iframe name="${index}" src="/${index}"></iframe>`);
  const holder = `<!doctype html><title>Documents</title>${frames.join('')}`;
  return url === ORIGIN ? holder : (documents[Number(url.slice(ORIGIN.length))] ?? '');
}

function framesOf(page: Page): Frame[] {
  return page.mainFrame().childFrames();
}

function documentOf(frame: Frame): number {
  const parent = frame.parentFrame();
  return parent?.parentFrame() ? documentOf(parent) : Number(frame.name());
}

/** A frame that left for elsewhere was noted when it asked for where it went. */
export function leftAlready(error: Error): void {
  if (!/navigat|detached|context was destroyed/i.test(error.message)) throw error;
}
