import { readdirSync, readFileSync } from 'node:fs';
import { oneLine } from '../../src/domain/characters.ts';
import { takeIn } from '../../src/intake/index.ts';
import { HOUSE } from './house.ts';
import { samples } from './index.ts';
import { printSample } from './print-sample.ts';
import { SAMPLE_HOUSE, takeInSample } from './take-in-sample.ts';

const golden = new URL('./golden/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, golden), 'utf8');
const named = samples.map((sample) => [sample.name, sample] as const);
const files = samples.flatMap(printSample);

test('every golden file belongs to a sample in a format, and every one has its own', () => {
  expect(readdirSync(golden).sort()).toEqual(files.map(({ name }) => name).sort());
});

test.each(files.map((file) => [file.name, file] as const))(
  '%s is what its golden file says',
  (name, { content }) => {
    expect(content).toBe(read(name));
  },
);

describe.each(named)('%s', (_, sample) => {
  const { intake, story, permission } = takeInSample(sample);

  test('taken in again, it does not change', () => {
    const { headline, language, byline, dateline, canonicalUrl } = story;
    const images = story.images.map(({ url }) => url);
    const again = takeIn(
      {
        ...{ headline, language, byline, dateline, canonicalUrl, images },
        ...{ body: { html: intake.html }, intake: sample.intake ?? 'auto' },
      },
      SAMPLE_HOUSE,
    );
    const { notices: _before, ...kept } = intake;
    expect(again).toMatchObject(kept);
  });

  test('carries what it should, and one footer', () => {
    const whole = oneLine(read(`${sample.name}.txt`));
    for (const sentence of sample.carries) expect(whole).toContain(oneLine(sentence));
    for (const words of sample.lacks) expect(whole).not.toContain(words);
    expect(whole.split(permission.footer)).toHaveLength(2);
    expect(whole.split(HOUSE.copyrightHolder)).toHaveLength(2);
  });
});
