import { readFileSync } from 'node:fs';
import { formats } from '../../src/formats/index.ts';
import { samples } from './samples.ts';

const EXTENSIONS: Readonly<Record<string, string>> = { html: 'html', json: 'json', text: 'txt' };

const cases = Object.entries(samples).flatMap(([name, story]) =>
  [...formats.values()].map((format) => ({ name, story, format, as: format.name })),
);

test.each(cases)('$name as $as is what its golden file says', ({ name, story, format }) => {
  const file = `./golden/${name}.${EXTENSIONS[format.name]}`;
  expect(format.render(story)).toBe(readFileSync(new URL(file, import.meta.url), 'utf8'));
});

test.each(cases)('$name as $as is the same each time, and changes nothing', ({ story, format }) => {
  const before = structuredClone(story);
  expect(format.render(story)).toBe(format.render(story));
  expect(story).toEqual(before);
});
