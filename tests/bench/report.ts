import { type Figure, judge } from './figure.ts';
import type { Machine } from './machine.ts';

const COLUMNS = ['figure', 'ours', 'raw limit', 'ratio', 'target', '', 'also'];

/** Figures as a table for people. */
export function asTable(machine: Machine, figures: readonly Figure[]): string {
  const rows = [COLUMNS, ...figures.map(row)];
  const widths = COLUMNS.map((_, at) => Math.max(...rows.map((cells) => cells[at]?.length ?? 0)));
  const lines = rows.map((cells) =>
    cells
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  const facts = Object.entries(machine).map(([name, value]) => `${name} ${value}`);
  return [facts.join(' · '), '', lines[0], rule, ...lines.slice(1)].join('\n');
}

/** The same for programs. */
export function asJson(machine: Machine, figures: readonly Figure[]): string {
  const judged = figures.map((figure) => ({ ...figure, ...judge(figure) }));
  return `${JSON.stringify({ machine, figures: judged }, null, 2)}\n`;
}

function row(figure: Figure): string[] {
  const { ratio, met } = judge(figure);
  const { raw, unit } = figure;
  return [
    figure.name,
    `${round(figure.ours)} ${unit}`,
    raw ? `${round(raw.value)} (${raw.is})` : '',
    ratio === undefined ? '' : ratio.toFixed(2),
    targetOf(figure),
    met === undefined ? '' : met ? 'met' : 'NOT MET',
    Object.entries(figure.also ?? {})
      .map(([name, value]) => `${name} ${round(value)}`)
      .join(', '),
  ];
}

function targetOf({ target, unit }: Figure): string {
  if (!target) return '';
  const bound = 'atMost' in target ? `≤ ${target.atMost}` : `≥ ${target.atLeast}`;
  return target.of === 'ours' ? `${bound} ${unit}` : `ratio ${bound}`;
}

/** Three digits that count. */
function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
