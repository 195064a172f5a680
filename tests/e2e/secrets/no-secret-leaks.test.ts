import { query } from '../../support/query.ts';
import { STORY } from '../../support/seed.ts';
import { findAny, spellingsOf } from '../../support/spellings.ts';
import { live } from './live.ts';
import { openScene, type Scene } from './open-scene.ts';
import type { Outlet } from './outlet-of-many.ts';
import { PLACES, type Places, readPlaces } from './read-places.ts';

let scene: Scene;
let outlet: Outlet;
let places: Places;

beforeAll(async () => {
  scene = await openScene();
  outlet = await live(scene);
  await plantMarkers(scene);
  places = await readPlaces(scene);
}, 120_000);
afterAll(() => scene?.close());

const MARKER = "a marker's words, to be found";

async function plantMarkers({ redis, databaseUrl }: Scene): Promise<void> {
  await redis.set('planted:string', MARKER);
  await redis.rpush('planted:list', 'first', MARKER);
  await redis.sadd('planted:set', MARKER);
  await redis.zadd('planted:zset', 1, MARKER);
  await redis.hset('planted:hash', 'field', MARKER);
  await redis.xadd('planted:stream', '*', 'field', MARKER);
  const text = `'${MARKER.replaceAll("'", "''")}'`;
  await query(
    databaseUrl,
    `create table planted as select ${text} as words, null::bytea as bytes, null::jsonb as document
     union all select null, convert_to(${text}, 'UTF8'), null
     union all select null, null, jsonb_build_object('deep', jsonb_build_array(${text}::text))`,
  );
}

describe('the search finds what is there', () => {
  test('in the output, what is told at the finest level and what a failed start says', () => {
    const [place = ''] = [outlet.destinations['/denied']];
    expect(findAny([place], places.output).length).toBeGreaterThan(0);
    expect(findAny(['"level":20'], places.output).length).toBeGreaterThan(0);
    expect(findAny(['ALERT_WEBHOOK_SECRET must be'], places.output)).toHaveLength(1);
    expect(findAny(['ECONNREFUSED 127.0.0.1:1'], places.output)).toHaveLength(1);
  });

  test('in Redis, in every type and in what is gone by now', () => {
    const types = ['hash', 'list', 'set', 'stream', 'string', 'zset'];
    const found = findAny(spellingsOf(MARKER), places.Redis).filter((where) =>
      where.includes('planted'),
    );
    expect(found.sort()).toEqual(types.map((type) => `${type} planted:${type}`));
    const wakeUps = findAny(Object.values(outlet.destinations), places.Redis);
    expect(wakeUps.filter((where) => where.startsWith('command')).length).toBeGreaterThan(0);
  });

  test('in PostgreSQL, in text, bytes and documents', () => {
    const found = findAny(spellingsOf(MARKER), places.PostgreSQL);
    expect(found).toEqual(['public.planted', 'public.planted', 'public.planted']);
    expect(findAny([STORY.headline], places.PostgreSQL)).toContain('public.article_version');
  });

  test('in answers, deliveries and mails', () => {
    const id = String(outlet.destinations['/good']);
    expect(findAny([id], places.answers)).toContain('GET /v1/destinations/{id} 200');
    expect(findAny(['x-request-id: '], places.answers)).toHaveLength(places.answers.length);
    const told = findAny([STORY.headline], places.deliveries);
    expect(new Set(told)).toEqual(new Set(['delivery', 'mail']));
  });

  test('in every spelling, whatever stands around it', () => {
    const secret = 'p4ss/wörd+"=';
    for (const before of ['', 'a', 'ab', 'abc']) {
      const whole = Buffer.from(`${before}${secret}@host`);
      const spelled = (['hex', 'base64', 'base64url'] as const).map((way) => whole.toString(way));
      const others = [JSON.stringify({ secret }), `?key=${encodeURIComponent(secret)}`];
      for (const text of [...spelled, ...others]) {
        expect(findAny(spellingsOf(secret), [{ where: text, text }])).toEqual([text]);
        expect(findAny(spellingsOf('p4ss/wörd+"-'), [{ where: text, text }])).toEqual([]);
      }
    }
  });
});

test('what is shown once is shown once', () => {
  const everything = PLACES.flatMap((place) => places[place]);
  for (const { name, spellings, shownBy } of scene.secrets.all) {
    const shown = findAny(spellings, everything).filter((where) => shownBy.includes(where));
    expect([name, ...shown.sort()]).toEqual([name, ...[...shownBy].sort()]);
  }
});

test.each(PLACES)('no secret stands anywhere else: %s', (place) => {
  expect(scene.secrets.all.length).toBeGreaterThan(25);
  const leaks = scene.secrets.all.flatMap(({ name, spellings, shownBy }) =>
    findAny(spellings, places[place])
      .filter((where) => !shownBy.includes(where))
      .map((where) => `${name}: ${where}`),
  );
  expect([...new Set(leaks)]).toEqual([]);
});
