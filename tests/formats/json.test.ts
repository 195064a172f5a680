import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { json } from '../../src/formats/json.ts';
import { articleDocument, articleJsonSchema } from '../../src/formats/json-schema.ts';
import { print } from './print.ts';
import { samples } from './samples.ts';

const ajv = new Ajv2020({ strict: true, allErrors: true });
addFormats.default(ajv);

describe.each(Object.entries(samples))('%s', (_, story) => {
  const document = JSON.parse(print(json, story));

  test('keeps to the schema it is typed by', () => {
    expect(articleDocument.parse(document)).toEqual(document);
  });

  test('keeps to the JSON Schema that is published', () => {
    const check = ajv.compile(articleJsonSchema);
    expect([check(document), check.errors]).toEqual([true, null]);
    expect(check({ ...document, footer: undefined })).toBe(false);
    expect(check({ ...document, surprise: 1 })).toBe(false);
  });

  test('names its members in the order in which they are read', () => {
    const names = Object.keys(document);
    const read = ['headline', 'byline', 'body', 'correctionNote', 'footer', 'latest'];
    expect(names.filter((name) => read.includes(name))).toEqual(read);
  });

  test('gives the instant in RFC 3339, and the summary and dateline apart', () => {
    expect(document).toMatchObject({
      publishedAt: new Date(story.publishedAt).toISOString(),
      summary: story.summary,
      dateline: story.dateline,
    });
  });
});

test('names the dialect, so that validators know what to read', () => {
  expect(articleJsonSchema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
});

test('lets out nothing of an image but what is named', () => {
  const [story] = Object.values(samples);
  const images = (story?.images ?? []).map((image) => ({ ...image, desk: 'Pictures' }));
  const { images: printed } = JSON.parse(print(json, { ...(story as typeof story & {}), images }));
  expect(printed).toEqual(story?.images);
});
