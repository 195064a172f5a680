import { type Figure, judge } from './figure.ts';
import { asJson, asTable } from './report.ts';
import { median, percentile } from './statistics.ts';

const machine = { cpu: 'one', cores: 2, memoryGb: 8, load: 0, node: 'v20', postgres: '15' };
const rate: Figure = {
  name: 'licences',
  unit: 'requests/s',
  ours: 50,
  raw: { value: 100, is: 'bare app' },
  target: { of: 'ratio', atLeast: 0.4 },
};
const start: Figure = { name: 'start', unit: 's', ours: 9, target: { of: 'ours', atMost: 8 } };

test('a ratio is ours divided by the raw limit, and must reach its target', () => {
  expect(judge(rate)).toEqual({ ratio: 0.5, met: true });
  expect(judge({ ...rate, ours: 39 })).toEqual({ ratio: 0.39, met: false });
});

test('a value with a ceiling must stay under it, with a raw limit or without', () => {
  expect(judge(start)).toEqual({ ratio: undefined, met: false });
  expect(judge({ ...start, ours: 8 }).met).toBe(true);
});

test('a value with a floor must reach it', () => {
  const rendered: Figure = { name: 'r', unit: '/s', ours: 9, target: { of: 'ours', atLeast: 10 } };
  expect(judge(rendered).met).toBe(false);
  expect(judge({ ...rendered, ours: 10 }).met).toBe(true);
  expect(asTable(machine, [rendered])).toContain('≥ 10 /s');
});

test('a figure without a target is neither met nor missed', () => {
  const { target: _, ...untargeted } = rate;
  expect(judge(untargeted)).toEqual({ ratio: 0.5, met: undefined });
});

test('the table shows each figure with its verdict, the JSON the same numbers', () => {
  const lines = asTable(machine, [rate, start]).split('\n').slice(-2);
  expect(lines[0]).toMatch(/^licences\s+50.0 requests\/s\s+100 \(bare app\)\s+0.50 .* met$/);
  expect(lines[1]).toMatch(/^start\s+9.00 s .*≤ 8 s\s+NOT MET$/);
  expect(JSON.parse(asJson(machine, [rate]))).toMatchObject({ figures: [{ ratio: 0.5 }] });
});

test('percentiles are taken over sorted values', () => {
  const values = Array.from({ length: 100 }, (_, at) => 100 - at);
  expect([median(values), percentile(values, 0.99), percentile([7], 0.99)]).toEqual([51, 100, 7]);
  expect(() => median([])).toThrow('nothing was measured');
});
