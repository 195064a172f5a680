import type { Format } from './format.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import { text, text72 } from './text.ts';

/** Every format an outlet can choose, by name. A new one is a file and a line here. */
export const formats: ReadonlyMap<string, Format> = new Map(
  [html, text, text72, json, markdown].map((format) => [format.name, format]),
);
