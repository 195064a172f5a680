import type { Frame } from 'playwright-core';
import { leftAlready, type WatchedPage } from '../../support/browser/watch-page.ts';

/** So many documents are looked at side by side. */
const BATCH = 20;

const NODES = 'Array.from(document.body.childNodes, ({ nodeName }) => nodeName).join()';

/** How a page comes by its content: it is the page's own, or one of these scripts puts it in. */
export const INSERTIONS = {
  'as the page': undefined,
  'by innerHTML': (html: string) => `document.body.innerHTML = ${JSON.stringify(html)}; undefined`,
  'by innerHTML of an innerHTML': (html: string) => `
    const reader = document.createElement('div');
    for (let round = 0, html = ${JSON.stringify(html)}; round < 3; round += 1) {
      reader.innerHTML = html;
      html = reader.innerHTML;
    }
    document.body.innerHTML = reader.innerHTML;
    undefined`,
};
export type Insertion = keyof typeof INSERTIONS;

/** Fragments that a page holds side by side. */
export interface Shown {
  name: string;
  fragments: readonly string[];
}

/** What the pages did, by their names, and which of their fragments ran out of their places. */
export async function outcomes(
  watched: WatchedPage,
  pages: readonly Shown[],
  insertion: Insertion,
): Promise<string[]> {
  const told: string[] = [];
  for (let start = 0; start < pages.length; start += BATCH) {
    told.push(...(await outcomesOf(watched, pages.slice(start, start + BATCH), insertion)));
  }
  return told;
}

async function outcomesOf(watched: WatchedPage, pages: readonly Shown[], insertion: Insertion) {
  const insert = INSERTIONS[insertion];
  const contents = pages.map(({ fragments }) => fragments.map(section).join(''));
  const frames = await watched.show(contents.map((html) => `<!doctype html>${insert ? '' : html}`));
  const bodies = await Promise.all(
    frames.map((frame, index) => {
      const script = insert?.(contents[index] ?? '') ?? 'undefined';
      return nodesAfter(frame, script).catch(leftAlready);
    }),
  );
  const spilt = pages.filter(
    ({ fragments }, index) => bodies[index] !== fragments.map(() => 'SECTION').join(),
  );
  const deeds = await watched.provoke();
  return [
    ...spilt.map(({ name }) => `${name}: ran out of its place`),
    ...deeds.map(({ document, what }) => `${pages[document]?.name}: ${what}`),
  ];
}

async function nodesAfter(frame: Frame, script: string): Promise<string> {
  await frame.evaluate(script);
  return frame.evaluate<string>(NODES);
}

function section(fragment: string): string {
  return `<section>${fragment}</section>`;
}
