import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  EVENT_SENTENCES,
  eventSentence,
  type Facts,
} from '../../../src/domain/event-sentences/index.ts';

const NAMES = { outlet: 'The Fjord Courier', article: 'The ferry is late' };

function told(type: string, after: Facts = {}, before: Facts = {}, names = NAMES) {
  const subject = { kind: type.split('.')[0] ?? '', id: 'f1' };
  return eventSentence({ type, subject, before, after, names });
}

test('every event that the code writes has a sentence of its own', async () => {
  const written = await writtenTypes();
  expect(written).toContain('licence.issued');
  expect(written.filter((type) => !Object.hasOwn(EVENT_SENTENCES, type))).toEqual([]);
});

test.each(Object.keys(EVENT_SENTENCES))('%s reads well without a single fact', (type) => {
  const nameless = { outlet: null, article: null };
  const subject = { kind: 'thing', id: 'f1' };
  const said = eventSentence({ type, subject, before: {}, after: {}, names: nameless });
  expect(said).toMatch(/^[A-Z“].*\.$/);
  expect(said).not.toMatch(/undefined|null|NaN|\[object| {2}|\.\./);
});

test('a licence is told with its outlet, version and time', () => {
  const after = {
    article_version: 2,
    from_at: '2026-03-01T06:00:00.000Z',
    until_at: '2026-04-01T06:00:00.000Z',
    prev: 'a1',
  };
  expect(told('licence.issued', after)).toBe(
    'The Fjord Courier got a licence for version 2 from 2026-03-01T06:00:00.000Z until 2026-04-01T06:00:00.000Z, in place of licence a1.',
  );
});

test('a decision is told with what was asked and every reason', () => {
  const after = {
    use: { media: ['web', 'print'], territories: ['NO', 'SE'] },
    reasons: [
      { code: 'rule', message: 'Print is ours alone.' },
      { code: 'rule', message: 'Not to rivals' },
    ],
  };
  expect(told('request.refused', after)).toBe(
    'The request for web, print in NO, SE was refused: Print is ours alone. Not to rivals.',
  );
});

test('a conversation is told by who said what', () => {
  const use = { media: ['print'], territories: ['NO'] };
  expect(told('request.message-added', { side: 'house', text: 'On which page?' })).toBe(
    'The house wrote about the request: “On which page?”.',
  );
  expect(told('request.changed', { side: 'outlet', text: null, use })).toBe(
    'The Fjord Courier changed what it asks for, now for print in NO.',
  );
  expect(told('request.offered', { terms: 'paper', termsVersion: 2, text: null })).toBe(
    'The house offered the terms paper in version 2.',
  );
  expect(told('request.declined', { text: 'Too short.' })).toBe(
    'The Fjord Courier declined the offer: “Too short”.',
  );
});

test('a reason stands at the end, with one full stop', () => {
  expect(told('article.killed', { reason: 'A court said so.' })).toBe(
    '“The ferry is late” was killed everywhere: A court said so.',
  );
});

test('a change names what differs', () => {
  const before = { name: 'A', country: 'NO', copyrightHolder: 'A' };
  const after = { name: 'B', country: 'NO', copyrightHolder: 'B' };
  expect(told('outlet.changed', after, before)).toBe(
    'The Fjord Courier was changed (name, copyright holder).',
  );
});

test('a type that nobody put into words is read from its name', () => {
  expect(told('licence.lent-out', { reason: 'On request' })).toBe('Licence lent out: On request.');
  expect(told('licence.updated-by-hand')).toBe('Licence updated by hand.');
  expect(told('constructor')).toBe('Constructor.');
});

/** A thing and what happened to it, quoted; columns and files are no past tense. */
const PAST_TENSE = /'([a-z]{3,}(?:-[a-z]+)*\.(?:[a-z]+-)*[a-z]*(?:ed|ent|eld|ade|ewn|ost))'/g;

/** Types as the sources spell them, save those of the outbox, which are no events. */
async function writtenTypes(): Promise<string[]> {
  const root = fileURLToPath(new URL('../../../src/', import.meta.url));
  const found = new Set<string>();
  for (const folder of ['services', 'db', 'security']) {
    for (const file of await readdir(join(root, folder), { recursive: true })) {
      if (!file.endsWith('.ts') || file === 'outbox.ts') continue;
      const source = await readFile(join(root, folder, file), 'utf8');
      const events = source.replaceAll(/(kind|word): '[^']*'/g, '');
      for (const [, type = ''] of events.matchAll(PAST_TENSE)) found.add(type);
    }
  }
  return [...found].sort();
}
