import { readFileSync } from 'node:fs';

/** A file of published vectors; the caller names its shape. See vectors/SOURCES.md. */
export function readVectors<Shape>(name: string): Shape {
  return JSON.parse(readFileSync(new URL(`./vectors/${name}.json`, import.meta.url), 'utf8'));
}
