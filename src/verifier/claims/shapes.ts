import { isJsonObject, type JsonObject } from '../json-object.ts';

/** Where a value is not what it should be. */
export interface Fault {
  /** Dotted, from the payload down. */
  path: string;
  missing: boolean;
}

/** Finds the first fault of a value, which is there; undefined if it has none. */
export type Shape = (value: unknown, path: string) => Fault | undefined;

/** A value about which a question is answered with yes. */
export function where(holds: (value: unknown) => boolean): Shape {
  return (value, path) => (holds(value) ? undefined : { path, missing: false });
}

/** A string that matches a pattern. */
export function matching(pattern: RegExp): Shape {
  return where((value) => typeof value === 'string' && pattern.test(value));
}

export function oneOf(values: readonly unknown[]): Shape {
  return where((value) => values.includes(value));
}

/** A list of which every item has a shape. */
export function listOf(shape: Shape, atLeast = 0): Shape {
  return (value, path) => {
    if (!Array.isArray(value) || value.length < atLeast) return { path, missing: false };
    for (const [i, item] of value.entries()) {
      const fault = shape(item, `${path}.${i}`);
      if (fault) return fault;
    }
    return undefined;
  };
}

/** An object with members that must and members that may be there; others may stand beside them. */
export function members(
  required: Readonly<Record<string, Shape>>,
  optional: Readonly<Record<string, Shape>> = {},
): Shape {
  const shapes = [
    ...Object.entries(required).map(([name, shape]) => ({ name, shape, must: true })),
    ...Object.entries(optional).map(([name, shape]) => ({ name, shape, must: false })),
  ];
  return (value, path) => {
    if (!isJsonObject(value)) return { path, missing: false };
    for (const { name, shape, must } of shapes) {
      const fault = faultAt(value, name, shape, must, path === '' ? name : `${path}.${name}`);
      if (fault) return fault;
    }
    return undefined;
  };
}

function faultAt(object: JsonObject, name: string, shape: Shape, must: boolean, path: string) {
  if (!Object.hasOwn(object, name)) return must ? { path, missing: true } : undefined;
  return shape(object[name], path);
}
