import type { Db } from '../../db/database.ts';
import { unknownIds } from '../../db/outlets.ts';
import type { FieldError } from '../../domain/errors.ts';
import type { Policy } from '../../domain/policy.ts';

/** Where a policy names outlets that do not exist: such a rule could never hold. */
export async function unknownOutlets(db: Db, policy: Policy, at = '#'): Promise<FieldError[]> {
  const named = policy.rules.flatMap((rule, i) =>
    (['when', 'unless'] as const).flatMap((part) =>
      (rule[part]?.outlet?.id ?? []).map((id, j) => ({
        id,
        pointer: `${at}/rules/${i}/${part}/outlet/id/${j}`,
      })),
    ),
  );
  const unknown = await unknownIds(db, [...new Set(named.map(({ id }) => id))]);
  return named
    .filter(({ id }) => unknown.has(id))
    .map(({ id, pointer }) => ({
      pointer,
      code: 'unknown-outlet',
      detail: `No outlet has the id ${id}.`,
    }));
}
