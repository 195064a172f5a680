import type { LatestBlock } from '../../../src/domain/latest-heading.ts';
import { putInArticle } from '../../../src/services/articles/put-in-article.ts';
import { type TestService, testService } from '../../support/context.ts';
import { openLatestRoom } from '../../support/latest-room.ts';
import { STORY } from '../../support/newsroom.ts';

let service: TestService;
beforeAll(async () => {
  service = await testService();
});
afterAll(() => service.close());

const HOUR_MS = 3_600_000;

describe('what a version lists', () => {
  test('the newest other stories, newest first, as they are when it comes in', async () => {
    const room = await openLatestRoom(service, { count: 2, heading: null });
    await room.putIn('one');
    await room.putIn('two', { summary: 'In short.' });
    await room.putIn('three');
    const article = await room.putIn('four');
    await room.putIn('five');
    expect(await room.latest(article)).toEqual({
      heading: 'Latest news from Harbour News',
      items: [
        { headline: 'three', summary: null, url: 'https://harbour-news.example/three' },
        { headline: 'two', summary: 'In short.', url: 'https://harbour-news.example/two' },
      ],
    });
  });

  test('of stories of the same instant the one that came in last stands first', async () => {
    const room = await openLatestRoom(service);
    const together = { publishedAt: STORY.publishedAt };
    for (const headline of ['one', 'two', 'three']) await room.putIn(headline, together);
    expect(await room.headlines(await room.putIn('four'))).toEqual(['three', 'two', 'one']);
  });

  test('only what its readers can read', async () => {
    const room = await openLatestRoom(service, { count: 9, heading: null });
    for (const language of ['en-GB', 'de', 'zh-Hans', 'zh-Hant', 'zh-HK', 'sr', 'sr-Latn', 'en']) {
      await room.putIn(language, { language });
    }
    const seen = async (language: string) => room.headlines(await room.putIn('x', { language }));
    expect(await seen('en-US')).toEqual(['en', 'en-GB']);
    expect(await seen('zh-TW')).toEqual(['zh-HK', 'zh-Hant']);
    expect(await seen('sr-Cyrl')).toEqual(['sr']);
    expect(await seen('fr')).toBeNull();
  });

  test('nothing that is under embargo, to come, killed, or what it replaces', async () => {
    const room = await openLatestRoom(service, { count: 9, heading: null });
    const later = Date.now() + HOUR_MS;
    await room.putIn('embargoed', { embargoUntil: later });
    await room.putIn('to come', { publishedAt: later });
    await room.kill(await room.putIn('killed'));
    const before = await room.putIn('replaced');
    await room.putIn('open', { embargoUntil: Date.now() - HOUR_MS });
    const { id } = await putInArticle(room.admin, {
      publication: room.slug,
      externalId: null,
      replaces: before,
      content: { ...STORY, images: [] },
    });
    expect(await room.headlines(id)).toEqual(['open']);
  });

  test('nothing of another publication, and not itself', async () => {
    const [other, room] = [await openLatestRoom(service), await openLatestRoom(service)];
    await other.putIn('elsewhere');
    const article = await room.putIn('alone');
    expect(await room.latest(article)).toBeNull();
    await room.correct(article, 1);
    expect(await room.latest(article, 2)).toBeNull();
  });

  test('with a correction, what is newest then; the version before keeps its own', async () => {
    const room = await openLatestRoom(service, { count: 1, heading: null });
    await room.putIn('one');
    const article = await room.putIn('two');
    await room.putIn('three');
    await room.correct(article, 1);
    expect(await room.headlines(article, 1)).toEqual(['one']);
    expect(await room.headlines(article, 2)).toEqual(['three']);
  });

  test('a story that was corrected is found by its new language and instant', async () => {
    const room = await openLatestRoom(service);
    const moved = await room.putIn('moved');
    await room.putIn('kept');
    await room.correct(moved, 1, { headline: 'moved up', publishedAt: Date.now() - HOUR_MS });
    expect(await room.headlines(await room.putIn('x'))).toEqual(['moved up', 'kept']);
    await room.correct(moved, 2, { language: 'de' });
    expect(await room.headlines(await room.putIn('y'))).toEqual(['x', 'kept']);
  });

  test.each<[string, LatestBlock | null]>([
    ['no latest block', null],
    ['a latest block of none', { count: 0, heading: 'More' }],
  ])('nothing where the publication wants %s', async (_, block) => {
    const room = await openLatestRoom(service, block);
    await room.putIn('one');
    expect(await room.latest(await room.putIn('two'))).toBeNull();
  });

  test('under the words of the publication', async () => {
    const room = await openLatestRoom(service, {
      count: 1,
      heading: { de: 'Mehr von {publication}' },
    });
    const german = { language: 'de-AT' };
    await room.putIn('eins', german);
    expect((await room.latest(await room.putIn('zwei', german)))?.heading).toBe(
      'Mehr von Harbour News',
    );
  });
});

test('a heading with an unknown placeholder is refused, with a pointer to it', async () => {
  const room = await openLatestRoom(service);
  await expect(
    room.want({ count: 1, heading: { en: 'More', de: 'Mehr von {holder}' } }),
  ).rejects.toMatchObject({
    code: 'invalid-request',
    errors: [{ pointer: '#/latestBlock/heading/de', code: 'unknown-placeholder' }],
  });
});
