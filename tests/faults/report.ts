import { type Scenario, survived, type Tally } from './scenario.ts';

/** One scenario as it went on one tier. */
export interface Outcome {
  scenario: Scenario;
  tier: string;
  tally: Tally;
}

const COLUMNS = [
  ...['fault', 'tier', 'lost', 'out of order', 'duplicated in effect'],
  ...['recovery', 'bound', ''],
];

/** The outcomes as a table for people. */
export function asTable(outcomes: readonly Outcome[]): string {
  const rows = [COLUMNS, ...outcomes.map(row)];
  const widths = COLUMNS.map((_, at) => Math.max(...rows.map((cells) => cells[at]?.length ?? 0)));
  const lines = rows.map((cells) => line(cells, widths));
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return [lines[0], rule, ...lines.slice(1), ...outcomes.flatMap(faults)].join('\n');
}

/** The same for programs. */
export function asJson(outcomes: readonly Outcome[]): string {
  const plain = outcomes.map(({ scenario, tier, tally }) => ({
    ...{ fault: scenario.name, tier, ...tally, boundMs: scenario.boundMs },
    survived: survived(scenario, tally),
  }));
  return `${JSON.stringify(plain, null, 2)}\n`;
}

function row({ scenario, tier, tally }: Outcome): string[] {
  const { lost, outOfOrder, duplicated, recoveryMs } = tally;
  return [
    ...[scenario.name, tier, `${lost}`, `${outOfOrder}`, `${duplicated}`],
    ...[seconds(recoveryMs), `≤ ${seconds(scenario.boundMs)}`],
    survived(scenario, tally) ? 'survived' : 'NOT SURVIVED',
  ];
}

function line(cells: readonly string[], widths: readonly number[]): string {
  return cells
    .map((cell, at) => cell.padEnd(widths[at] ?? 0))
    .join('  ')
    .trimEnd();
}

function faults({ scenario, tier, tally }: Outcome): string[] {
  return tally.broken.map((sentence) => `${scenario.name} (${tier}): ${sentence}`);
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
