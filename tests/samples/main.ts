import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { samples } from './index.ts';
import { printSample } from './print-sample.ts';

const [directory, ...rest] = process.argv.slice(2);

if (directory === undefined || rest.length > 0) {
  console.error('Name the directory that the samples are to be written to: npm run samples -- DIR');
  process.exit(2);
}

mkdirSync(directory, { recursive: true });
const files = samples.flatMap(printSample);
for (const { name, content } of files) writeFileSync(join(directory, name), content);
console.log(`${samples.length} samples, ${files.length} files in ${directory}`);
