import { createHash } from 'node:crypto';
import { decodeJwt } from 'jose';
import { canonicalText, integrityOf, readBody } from '../../../src/intake/index.ts';
import { addOutlet, ask, askForLicence, type Outlet, publish } from '../../support/seed.ts';
import { type ServedApp, serveApp } from '../../support/served-app.ts';

interface Claims {
  nbf: number;
  article: { integrity: string };
  terms: { integrity: string };
  correction: string;
}

const HTML = [
  '<p>The first pilot boat left at dawn. Nobody heard it.</p>',
  '<figure><img src="https://img.example/quay.jpg"><figcaption>The quay at six.</figcaption></figure>',
  '<p>Two more follow in spring, said the harbour master.</p>',
  '<figure><img src="https://img.example/yard.jpg"><figcaption>In the yard.</figcaption></figure>',
].join('');
const IMAGES = [
  { url: 'https://img.example/quay.jpg', credit: 'Quay desk', reuse: 'withStory' },
  { url: 'https://img.example/yard.jpg', credit: 'Yard desk', reuse: 'yes' },
  { url: 'https://img.example/crew.jpg', credit: 'Crew desk', reuse: 'yes' },
  { url: 'https://img.example/agency.jpg', credit: 'Agency', reuse: 'ask' },
  { url: 'https://img.example/private.jpg', credit: 'Private', reuse: 'no' },
];

let app: ServedApp;
let outlet: Outlet;
beforeAll(async () => {
  app = await serveApp();
  outlet = await addOutlet(app.admin, app.url);
});
afterAll(() => app.close());

const offer = (terms: object) => app.admin.put('/v1/terms/web', terms);
const tell = (more: object = {}) =>
  publish(app.admin, { body: { html: HTML }, images: IMAGES, ...more });
const textOf = async (licence: string, format: string) =>
  (await outlet.api.get(`/v1/licences/${licence}/article?format=${format}`)).text;
const claimsOf = (token: string) => decodeJwt<Claims>(token) as Claims;

/** What a reader of the page finds of the body: all that carries no class of ours. */
function bodyOf(page: string): string {
  const children = readBody(page).children.filter(
    (node) => node.type === 'element' && node.tagName !== 'script' && !node.properties.className,
  );
  return canonicalText({ type: 'root', children });
}

test('a licence for a portion is over the words that are sent, and no others are', async () => {
  await offer({ portion: { maxWords: 14 } });
  const { id, token } = await askForLicence(outlet.api, await tell({ dateline: null }));
  const page = await textOf(id, 'html');
  const words = 'The first pilot boat left at dawn. Nobody heard it. The quay at six.';
  expect(bodyOf(page)).toBe(words);
  expect(claimsOf(token).article.integrity).toBe(integrityOf(words));
  expect(page).toContain('<p class="imprimatur-extract"');
  expect(page).not.toContain('harbour master');
});

test('a text that is shorter than the portion is no extract, and its integrity is its own', async () => {
  await offer({ portion: 'full' });
  const article = await tell();
  const full = claimsOf((await askForLicence(outlet.api, article)).token).article.integrity;
  await offer({ portion: { maxWords: 500 } });
  const other = await addOutlet(app.admin, app.url);
  const { id, token } = await askForLicence(other.api, article);
  expect(claimsOf(token).article.integrity).toBe(full);
  const page = await other.api.get(`/v1/licences/${id}/article?format=html`);
  expect(page.text).not.toContain('imprimatur-extract');
});

test.each([
  ['none', [], undefined],
  ['withStory', ['quay', 'yard', 'crew'], undefined],
  ['listed', ['quay', 'yard', 'crew'], ['withStory', 'yes', 'yes']],
])('of images %s leave those whose own reuse lets them: %j', async (images, names, reuse) => {
  await offer({ images });
  const { id } = await askForLicence(outlet.api, await tell(), { images });
  const { images: sent } = JSON.parse(await textOf(id, 'json'));
  expect(sent.map(({ url }: { url: string }) => /(\w+)\.jpg$/.exec(url)?.[1])).toEqual(names);
  if (reuse) expect(sent.map((image: { reuse?: string }) => image.reuse)).toEqual(reuse);
  expect(await textOf(id, 'html')).not.toMatch(/agency|private/);
});

test('an image of a part that is not licensed stays with that part', async () => {
  await offer({ portion: { maxParagraphs: 2 }, images: 'withStory' });
  const { id } = await askForLicence(outlet.api, await tell(), { images: 'withStory' });
  const page = await textOf(id, 'html');
  expect(page).toMatch(/quay\.jpg/);
  expect(page).toMatch(/crew\.jpg/);
  expect(page).not.toMatch(/yard/i);
});

test('the credit of the terms is printed in every format', async () => {
  await offer({
    credit: {
      byline: '{byline} of {publication}',
      line: 'First in {publication}, {canonicalUrl}',
      position: 'bottom',
      tail: 'Subscribe to {publication}.',
    },
  });
  const { id } = await askForLicence(outlet.api, await tell());
  for (const format of ['html', 'text', 'text-72', 'json', 'markdown']) {
    const told = (await textOf(id, format)).replace(/<[^>]*>|\\/g, '').replace(/\s+/g, ' ');
    expect(told).toContain('By the quay desk of The Harbour Letter');
    expect(told).toContain('First in The Harbour Letter,');
    expect(told).toContain('Subscribe to The Harbour Letter.');
  }
});

test('a licence begins the day after publication where the zone of the publication has it', async () => {
  await offer({
    media: ['web', 'app'],
    window: { notBefore: 'nextDay', byMedium: { app: { after: 'PT1H' } } },
  });
  const publishedAt = new Date(Math.floor(Date.now() / 1000) * 1000);
  const article = await tell({ publishedAt: publishedAt.toISOString() });
  const web = claimsOf((await askForLicence(outlet.api, article)).token);
  const dayOf = (ms: number) =>
    new Intl.DateTimeFormat('en-CA', { timeZone: 'Pacific/Auckland' }).format(ms);
  expect(dayOf(web.nbf * 1000)).not.toBe(dayOf(publishedAt.getTime()));
  expect(dayOf(web.nbf * 1000 - 1)).toBe(dayOf(publishedAt.getTime()));
  const app2 = await addOutlet(app.admin, app.url);
  const own = claimsOf((await askForLicence(app2.api, article, { media: ['app'] })).token);
  expect(own.nbf * 1000).toBe(publishedAt.getTime() + 3_600_000);
});

test('an article that is no longer on offer is refused, and the refusal says since when', async () => {
  await offer({ window: { offerDays: 3 } });
  const aged = new Date(Date.now() - 4 * 86_400_000).toISOString();
  const { state, reasons } = await ask(outlet.api, await tell({ publishedAt: aged }));
  expect([state, reasons[0]?.code]).toEqual(['refused', 'offer-closed']);
  const fresh = await ask(outlet.api, await tell({ publishedAt: new Date().toISOString() }));
  expect(fresh.state).toBe('granted');
});

test('the terms that a licence names are those that it was granted under', async () => {
  await offer({ onCorrection: 'fixed', portion: { maxParagraphs: 1 } });
  const { token, terms } = await askForLicence(outlet.api, await tell());
  await offer({});
  const { correction, terms: frozen } = claimsOf(token);
  const served = await fetch(app.url + new URL(terms.uri).pathname);
  const bytes = Buffer.from(await served.arrayBuffer());
  expect(frozen.integrity).toBe(`sha256-${createHash('sha256').update(bytes).digest('base64')}`);
  expect(correction).toBe('fixed');
});
