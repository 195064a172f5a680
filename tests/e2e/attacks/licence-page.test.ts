import { ATTACKS } from '../../support/attacks.ts';
import { startBrowser, type TestBrowser } from '../../support/browser/start-browser.ts';
import { type WatchedPage, watchPage } from '../../support/browser/watch-page.ts';
import { addOutlet, askForLicence, LETTER, PUBLICATION, publish } from '../../support/seed.ts';
import { type ServedApp, serveApp } from '../../support/served-app.ts';
import { FIELD_ATTACKS } from './field-attacks.ts';

/** A name has up to 1,000 characters, so that several attacks fit into one. */
const LONGEST = 900;

let app: ServedApp;
let chromium: TestBrowser;
let watched: WatchedPage;
beforeAll(async () => {
  [app, chromium] = await Promise.all([serveApp(), startBrowser()]);
  watched = await watchPage(await chromium.browser.newContext());
});
afterAll(async () => {
  await chromium.stop();
  await app.close();
});

/** The attacks as names that the service takes: lines, as few as hold them all. */
function hostileNames(): string[] {
  const names: string[] = [];
  for (const { html } of [...ATTACKS, ...FIELD_ATTACKS]) {
    const line = html
      .replace(/\s+/g, ' ')
      .replace(/\p{Cc}|\p{Surrogate}/gu, '')
      .trim();
    const last = names.at(-1);
    if (last !== undefined && last.length + line.length < LONGEST)
      names.push(`${names.pop()} ${line}`);
    else if (line !== '' && line.length < LONGEST) names.push(line);
  }
  return names;
}

async function licencePage(name: string): Promise<string> {
  const { admin, url } = app;
  const hostile = { name, copyrightHolder: name, footerTemplate: '© {holder}: {headline}' };
  await admin.put(`/v1/publications/${PUBLICATION}`, { ...LETTER, ...hostile });
  const outlet = await addOutlet(admin, url, { name });
  const { id } = await askForLicence(outlet.api, await publish(admin, { headline: name }));
  return (await fetch(`${url}/licences/${id}`)).text();
}

test('the public page of a licence runs nothing, even without its Content-Security-Policy', async () => {
  const names = hostileNames();
  const pages: string[] = [];
  for (const name of names) pages.push(await licencePage(name));
  expect(pages.filter((page) => page.includes('pwned()'))).toHaveLength(names.length);

  const frames = await watched.show(pages);
  const terms = await Promise.all(
    frames.map((frame) => frame.evaluate('document.querySelectorAll("main > dl > dt").length')),
  );
  expect(new Set(terms).size).toBe(1);
  expect(await watched.provoke()).toEqual([]);
});
