import { formats } from '../../src/formats/index.ts';
import type { Sample } from './sample.ts';
import { takeInSample } from './take-in-sample.ts';

/** What a file of each format is called, after the name of its sample. */
const ENDINGS: Readonly<Record<string, string>> = {
  html: '.html',
  json: '.json',
  markdown: '.md',
  text: '.txt',
  'text-72': '-72.txt',
};

/** Lines are broken inside these languages' sentences, so that no sentence stands there whole. */
const UNSPACED = /^(?:zh|ja|th)\b/;

/** A file by its name and content. */
export interface File {
  name: string;
  content: string;
}

/** A sample in every registered format, with what a checker has to find in it. */
export function printSample(sample: Sample): File[] {
  const { story, permission } = takeInSample(sample);
  const printed = [...formats.values()].map(({ name, compose }) => ({
    name: sample.name + endingOf(name),
    content: compose(story)(permission),
  }));
  const { headline, carries, lacks: absent } = sample;
  const whole = { contains: [headline, ...carries, permission.footer], absent };
  const broken = UNSPACED.test(sample.language) ? { absent } : whole;
  return [
    ...printed,
    { name: `${sample.name}.expect.json`, content: asJson(whole) },
    { name: `${sample.name}-72.expect.json`, content: asJson(broken) },
  ];
}

function endingOf(format: string): string {
  const ending = ENDINGS[format];
  if (!ending) throw new Error(`say how files of the format ${format} are called`);
  return ending;
}

function asJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
