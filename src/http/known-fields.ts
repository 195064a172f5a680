import type { z } from 'zod';

const FARTHEST = 2;

/** The known field that an unknown one was most likely meant to be. */
export function nearestField(schema: z.ZodType, path: readonly PropertyKey[], field: string) {
  const ranked = fieldsAt(schema, path)
    .map((known) => ({ known, distance: distance(field.toLowerCase(), known.toLowerCase()) }))
    .filter((near) => near.distance <= Math.min(FARTHEST, near.known.length / 2))
    .sort((a, b) => a.distance - b.distance);
  return ranked[0]?.known;
}

/** The fields that a schema takes at a path into it. */
function fieldsAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const [key, ...rest] = path;
  switch (def.type) {
    case 'object': {
      if (key === undefined) return Object.keys(def.shape);
      const inner = def.shape[String(key)];
      return inner ? fieldsAt(inner, rest) : [];
    }
    case 'array':
      return fieldsAt(def.element, rest);
    case 'record':
      return fieldsAt(def.valueType, rest);
    case 'union':
      return def.options.flatMap((option) => fieldsAt(option, path));
    case 'pipe':
      return [...fieldsAt(def.in, path), ...fieldsAt(def.out, path)];
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'readonly':
      return fieldsAt(def.innerType, path);
    default:
      return [];
  }
}

/** Levenshtein's distance, row by row. Keys are cut, because a caller chooses their length. */
function distance(from: string, to: string): number {
  const given = from.slice(0, 64);
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [line, character] of [...given].entries()) {
    const next = [line + 1];
    for (let column = 1; column <= to.length; column++) {
      const swap = (row[column - 1] ?? 0) + (to[column - 1] === character ? 0 : 1);
      next.push(Math.min(swap, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? FARTHEST + 1;
}
