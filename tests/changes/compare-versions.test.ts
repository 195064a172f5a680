import fc from 'fast-check';
import { bodyParagraphs } from '../../src/changes/body-paragraphs.ts';
import { compareVersions, type Revision } from '../../src/changes/index.ts';
import { readBody } from '../../src/intake/index.ts';

const version = (html: string, more: Partial<Revision<object>> = {}): Revision<object> => ({
  headline: 'The ferry returns',
  byline: null,
  dateline: 'BREVIK',
  summary: null,
  canonicalUrl: 'https://ledger.example/ferry',
  language: 'en',
  publishedAt: '2026-03-01T06:00:00Z',
  subjects: ['transport'],
  images: [],
  html,
  ...more,
});
const bodyOf = (before: string, after: string) =>
  compareVersions(version(before), version(after)).body;
const summary = (before: string, after: string) =>
  bodyOf(before, after).map(({ change, parts }) => `${change}: ${parts.map((part) => part.text)}`);

const QUAY = '<p>The town repaired the quay.</p>';

test('everything of a first version came in', () => {
  const { fields, subjects, body } = compareVersions(
    null,
    version(`${QUAY}<ul><li>Dawn</li></ul>`),
  );
  expect(fields.map(({ field }) => field)).toEqual([
    'headline',
    'dateline',
    'canonicalUrl',
    'language',
    'publishedAt',
  ]);
  expect(subjects).toEqual({ in: ['transport'], out: [] });
  expect(body.map(({ change, parts }) => [change, parts])).toEqual([
    ['in', [{ change: 'in', text: 'The town repaired the quay.' }]],
    ['in', [{ change: 'in', text: 'Dawn' }]],
  ]);
});

test('a version that says the same shows no change, whatever its markup', () => {
  const { fields, subjects, images, addresses, body } = compareVersions(
    version(QUAY),
    version('<h2>The <em>town</em> repaired the quay.</h2>'),
  );
  expect([fields, subjects, images, addresses]).toEqual([
    [],
    ...Array(3).fill({ in: [], out: [] }),
  ]);
  expect(body.map(({ change }) => change)).toEqual(['same']);
});

test('fields name their words, and an address that moved is told as a whole', () => {
  const { fields } = compareVersions(
    version(QUAY),
    version(QUAY, {
      headline: 'The old ferry returns',
      byline: 'The quay desk',
      dateline: null,
      canonicalUrl: 'https://ledger.example/old-ferry',
    }),
  );
  expect(Object.fromEntries(fields.map(({ field, parts }) => [field, parts]))).toEqual({
    headline: [
      { change: 'same', text: 'The ' },
      { change: 'in', text: 'old ' },
      { change: 'same', text: 'ferry returns' },
    ],
    byline: [{ change: 'in', text: 'The quay desk' }],
    dateline: [{ change: 'out', text: 'BREVIK' }],
    canonicalUrl: [
      { change: 'out', text: 'https://ledger.example/ferry' },
      { change: 'in', text: 'https://ledger.example/old-ferry' },
    ],
  });
});

test('subjects, images and addresses are listed where only one version has them', () => {
  const image = { url: 'https://ledger.example/quay.jpg', credit: 'A. Berg' };
  const linked = '<p>See the <a href="https://port.example/plan">plan</a>.</p>';
  const { subjects, images, addresses } = compareVersions(
    version(linked, { images: [image] }),
    version(linked.replace('plan"', 'map"'), {
      subjects: ['transport', 'towns'],
      images: [{ ...image, credit: 'B. Berg' }],
    }),
  );
  expect(subjects).toEqual({ in: ['towns'], out: [] });
  expect(images).toEqual({ in: [{ ...image, credit: 'B. Berg' }], out: [image] });
  expect(addresses).toEqual({
    in: ['https://port.example/map'],
    out: ['https://port.example/plan'],
  });
});

test('a paragraph that was changed is found behind one that was put in before it', () => {
  const before = `${QUAY}<p>Ferries call twice a day from May.</p><p>Fares stay.</p>`;
  const after = `${QUAY}<p>It rained.</p><p>Ferries call twice a day from June.</p><p>Fares stay.</p>`;
  expect(summary(before, after)).toEqual([
    'same: The town repaired the quay.',
    'in: It rained.',
    'changed: Ferries call twice a day from ,May,June,.',
    'same: Fares stay.',
  ]);
});

test('paragraphs with little in common are out and in, not a riddle of single words', () => {
  expect(summary('<p>The mayor spoke of fish.</p>', '<p>Nobody heard of it before.</p>')).toEqual([
    'out: The mayor spoke of fish.',
    'in: Nobody heard of it before.',
  ]);
});

test('a row of a table, a caption and an item are each compared on their own', () => {
  const table = (fare: string) =>
    `<table><tbody><tr><th>Adult</th><td>${fare}</td></tr><tr><th>Dog</th><td>2</td></tr></tbody></table>`;
  expect(summary(table('40'), table('45'))).toEqual(['changed: Adult | ,40,45', 'same: Dog | 2']);
});

const paragraph = fc
  .array(
    fc.constantFrom('boat', 'quay', 'May', 'June', '渡轮', 'sails', '<em>late</em>', '&amp;'),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((words) => `<p>${words.join(' ')}</p>`);
const html = fc.array(paragraph, { maxLength: 8 }).map((paragraphs) => paragraphs.join(''));

test('paragraphs that stayed and came are the new body, those that stayed and went the old', () => {
  fc.assert(
    fc.property(html, html, (before, after) => {
      const body = bodyOf(before, after);
      const without = (change: 'in' | 'out') =>
        body
          .map(({ parts }) => parts.flatMap((part) => (part.change === change ? [] : part.text)))
          .map((texts) => texts.join(''))
          .filter((text) => text !== '');
      expect(without('in')).toEqual(bodyParagraphs(readBody(before)));
      expect(without('out')).toEqual(bodyParagraphs(readBody(after)));
    }),
  );
});

describe('bodies of 1 MiB', () => {
  const mib = 2 ** 20;
  const numbered = (seed: string, unit: (word: string) => string) => {
    const parts: string[] = [];
    for (let length = 0; length < mib; length += parts.at(-1)?.length ?? 0) {
      parts.push(unit(`${seed}${parts.length}`));
    }
    return parts.join('');
  };
  const line = (seed: string) => `<p>${numbered(seed, (word) => `${word} `)}</p>`;

  test.each([
    ['one line that shares nothing', line('a'), line('b')],
    [
      'one letter against another',
      `<p>${'a '.repeat(mib / 2)}</p>`,
      `<p>${'b '.repeat(mib / 2)}</p>`,
    ],
    [
      'a rhythm that shifts',
      `<p>${'a a b '.repeat(mib / 6)}</p>`,
      `<p>${'a b c '.repeat(mib / 6)}</p>`,
    ],
    [
      'paragraphs that all changed',
      numbered('a', (word) => `<p>It left the quay at dawn with ${word} on board.</p>`),
      numbered('b', (word) => `<p>It left the quay at dawn with ${word} on board.</p>`),
    ],
    ['Thai', `<p>${'เรือข้ามฟาก'.repeat(mib / 33)}</p>`, `<p>${'กลับมาท่าเรือ'.repeat(mib / 39)}</p>`],
  ])('%s: compared in bounded time', (_, before, after) => {
    const start = process.cpuUsage();
    const body = bodyOf(before, after);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(5_000);
    expect(body.some(({ change }) => change === 'same')).toBe(false);
  });

  test('a correction of one word in a long text is still one word', () => {
    const long = numbered('Boat ', (word) => `<p>${word} left the quay at dawn.</p>`);
    const changed = bodyOf(long, long.replace('Boat 9 left', 'Boat 9 reached')).filter(
      ({ change }) => change !== 'same',
    );
    expect(changed.map(({ parts }) => parts.map(({ text }) => text).join('|'))).toEqual([
      'Boat 9 |left|reached| the quay at dawn.',
    ]);
  });
});
