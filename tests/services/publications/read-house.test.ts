import { findBySlug } from '../../../src/db/publications.ts';
import { DEFAULT_FOOTER_TEMPLATE, fillFooter } from '../../../src/domain/footer.ts';
import { readHouse } from '../../../src/services/publications/read-house.ts';
import { publicationOf, savePublication } from '../../../src/services/save-publication.ts';
import { type TestService, testService } from '../../support/context.ts';
import { openNewsroom } from '../../support/newsroom.ts';

let service: TestService;
beforeAll(async () => {
  service = await testService();
});
afterAll(() => service.close());

type Change = Partial<Parameters<typeof savePublication>[1]>;

async function openHouse() {
  const { admin, slug } = await openNewsroom(service);
  const row = async () => {
    const found = await findBySlug(service.db, slug);
    if (!found) throw new Error('the newsroom has saved its publication');
    return found;
  };
  return {
    save: async (change: Change) =>
      void (await savePublication(admin, { ...publicationOf(await row()), ...change })),
    house: async () => readHouse(service.ctx, (await row()).id),
    versions: async () => {
      const { id } = await row();
      const query = service.db
        .selectFrom('wording')
        .select('version')
        .where('publication', '=', id);
      return (await query.orderBy('version').execute()).map(({ version }) => version);
    },
  };
}

test('a house knows what it is called now and what it was called before', async () => {
  const { save, house } = await openHouse();
  await save({ name: 'Harbour Wire', copyrightHolder: 'Harbour Wire Ltd' });
  expect((await house()).names).toEqual([
    'Harbour Wire',
    'Harbour Wire Ltd',
    'Harbour News',
    'Harbour News Cooperative',
  ]);
});

test('it knows every footer with the names of its time, and the default with each', async () => {
  const { save, house } = await openHouse();
  await save({ footerTemplate: { en: '© {holder}', de: 'Aus: {publication}' } });
  await save({ footerTemplate: 'From {publication}', name: 'Harbour Wire' });
  const { footers } = await house();
  const filled = (publication: string) =>
    fillFooter(DEFAULT_FOOTER_TEMPLATE, { publication, holder: 'Harbour News Cooperative' });
  expect([...footers].sort()).toEqual(
    [
      'From Harbour Wire',
      filled('Harbour Wire'),
      '© Harbour News Cooperative',
      'Aus: Harbour News',
      filled('Harbour News'),
    ].sort(),
  );
});

test('it knows its own headings of the latest block and ours, under each name', async () => {
  const { save, house } = await openHouse();
  await save({ latestBlock: { count: 3, heading: { en: 'More from {publication}' } } });
  await save({ latestBlock: null, name: 'Harbour Wire' });
  const { latestHeadings } = await house();
  expect(latestHeadings).toEqual(
    expect.arrayContaining([
      'More from Harbour News',
      'Latest news from Harbour News',
      'Latest news from Harbour Wire',
    ]),
  );
  expect(latestHeadings).not.toContain('More from Harbour Wire');
});

test('only a change of names, footer or heading is a new wording', async () => {
  const { save, versions } = await openHouse();
  await save({ contact: 'desk@harbour-news.example', latestBlock: { count: 2, heading: null } });
  expect(await versions()).toEqual([1]);
  await save({ footerTemplate: '© {holder}' });
  await save({ footerTemplate: '© {holder}' });
  expect(await versions()).toEqual([1, 2]);
  await save({ latestBlock: { count: 2, heading: 'More' } });
  await save({ latestBlock: { count: 4, heading: 'More' } });
  await save({ footerTemplate: null });
  expect(await versions()).toEqual([1, 2, 3, 4]);
});

test('of a very long history it keeps the newest in mind', async () => {
  const { save, house } = await openHouse();
  const many = (year: number) =>
    Object.fromEntries(
      [...Array(200).keys()].map((n) => [`en-x-a${n}`, `© ${year} line ${n} {holder}`]),
    );
  for (const year of [2021, 2022, 2023, 2024]) await save({ footerTemplate: many(year) });
  const { footers } = await house();
  expect(footers).toHaveLength(500);
  expect(footers).toContain('© 2024 line 0 Harbour News Cooperative');
  expect(footers.some((footer) => footer.startsWith('© 2021'))).toBe(false);
});
