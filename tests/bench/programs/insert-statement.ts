import type { Row } from '../granted-sample.ts';

/** One statement that inserts these rows, each into its table, from one parameter per column. */
export function insertStatement(rows: readonly (readonly [table: string, row: Row])[]): string {
  let parameters = 0;
  const inserts = rows.map(([table, row]) => {
    const columns = Object.keys(row);
    const values = columns.map(() => `$${++parameters}`);
    return `insert into ${table} (${columns.join(', ')}) values (${values.join(', ')})`;
  });
  const last = inserts.pop();
  const before = inserts.map((insert, at) => `step${at} as (${insert})`);
  return `with ${before.join(', ')} ${last}`;
}

/** The parameters of that statement. */
export function parametersOf(rows: readonly Row[]): unknown[] {
  return rows.flatMap((row) => Object.values(row).map(parameter));
}

function parameter(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}
