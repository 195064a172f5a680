import MarkdownIt from 'markdown-it';
import { formats } from '../../../src/formats/index.ts';
import { ATTACKS } from '../../support/attacks.ts';
import { startBrowser, type TestBrowser } from '../../support/browser/start-browser.ts';
import { type WatchedPage, watchPage } from '../../support/browser/watch-page.ts';
import type { Attack } from './attack.ts';
import { FIELD_ATTACKS } from './field-attacks.ts';
import { hostileBodies, hostilePrints, IMAGE_URL } from './hostile-story.ts';
import { INSERTIONS, type Insertion, outcomes, type Shown } from './outcomes.ts';

/** So many attacks stand on one page, where none may do anything. */
const TOGETHER = 10;
const WITHIN_MS = 180_000;
/** How systems use what is no page of its own; the body of a JSON document is that of `html`. */
const WAYS: Readonly<Record<string, readonly Insertion[]>> = {
  html: ['as the page', 'by innerHTML of an innerHTML'],
  json: ['by innerHTML'],
  markdown: ['as the page'],
};
/** Each is shown alone to see whether it runs, so that some of them have to do. */
const SOME = ATTACKS.filter((_, index) => index % 5 === 0);

/** Reads Markdown as a site does that trusts its agency: HTML and any address are let through. */
const trusting = new MarkdownIt({ html: true, linkify: true });
trusting.validateLink = () => true;

/** What of a format a site puts into its pages; null for one that no site takes for markup. */
const READERS: Readonly<Record<string, ((text: string) => string[]) | null>> = {
  html: (text) => [text],
  json: (text) => [JSON.parse(text).body.html],
  markdown: (text) => [trusting.render(text)],
  text: null,
  'text-72': null,
};

/** What a site makes of all that is printed of an attack in a format. */
function readingsOf(name: string): Shown[] {
  const read = (text: string) => READERS[name]?.(text) ?? [];
  return [
    ...pagesOf(FIELD_ATTACKS, TOGETHER, (attack) => hostilePrints(attack, name).flatMap(read)),
    ...pagesOf(ATTACKS, TOGETHER, (attack) => hostileBodies(attack, name).flatMap(read)),
  ];
}

const insertions = Object.keys(INSERTIONS) as Insertion[];

/** Pages with all that is made of some attacks. */
function pagesOf(
  all: readonly Attack[],
  together: number,
  fragmentsOf: (attack: string) => readonly string[],
): Shown[] {
  const pages: Shown[] = [];
  for (let start = 0; start < all.length; start += together) {
    const some = all.slice(start, start + together);
    const name = some.map((attack) => attack.name).join(' | ');
    pages.push({ name, fragments: some.flatMap(({ html }) => fragmentsOf(html)) });
  }
  return pages;
}

let chromium: TestBrowser;
let watched: WatchedPage;
beforeAll(async () => {
  chromium = await startBrowser();
  watched = await watchPage(await chromium.browser.newContext(), [IMAGE_URL]);
});
afterAll(() => chromium.stop());

describe('a browser that reads what an outlet prints runs nothing', () => {
  const readable = [...formats.keys()].filter((name) => READERS[name]);

  test('of every format it is known how pages come by it', () => {
    expect(Object.keys(READERS)).toEqual(expect.arrayContaining([...formats.keys()]));
  });

  test.each(readable)(
    '%s',
    async (name) => {
      const pages = readingsOf(name);
      const shown = pages.flatMap(({ fragments }) => fragments);
      expect(shown.length).toBeGreaterThan(1.8 * (ATTACKS.length + FIELD_ATTACKS.length));
      for (const insertion of WAYS[name] ?? insertions) {
        expect([insertion, ...(await outcomes(watched, pages, insertion))]).toEqual([insertion]);
      }
    },
    WITHIN_MS,
  );

  test('nearly every attack is printed, in every kind of body', () => {
    const fields = FIELD_ATTACKS.map(({ html }) => hostilePrints(html, 'html').length);
    expect(fields.filter((count) => count === 3).length).toBeGreaterThan(0.9 * fields.length);
    const bodies = ATTACKS.map(({ html }) => hostileBodies(html, 'html').length);
    expect(bodies.filter((count) => count === 2).length).toBeGreaterThan(0.9 * bodies.length);
  });
});

/**
 * Those that do not run want a cleaner that disagrees with the browser, an attribute to break out
 * of, or another syntax; and `innerHTML` starts no script element.
 */
describe('and would run most of it where it got through', () => {
  const html = (attack: string) => [attack];
  const markdown = (attack: string) => [trusting.render(attack)];

  test.each([
    { kind: 'HTML', insertion: 'as the page', sent: SOME, read: html, share: 0.45 },
    { kind: 'HTML', insertion: 'by innerHTML', sent: SOME, read: html, share: 0.35 },
    { kind: 'Markdown', insertion: 'as the page', sent: FIELD_ATTACKS, read: markdown, share: 0.5 },
  ] as const)(
    '$kind, $insertion',
    async ({ insertion, sent, read, share }) => {
      const told = new Set(await outcomes(watched, pagesOf(sent, 1, read), insertion));
      const ran = sent.filter(({ name }) => told.has(`${name}: ran a script`));
      expect(ran.length).toBeGreaterThanOrEqual(share * sent.length);
    },
    WITHIN_MS,
  );
});
