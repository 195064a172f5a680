import { isJsonObject, type JsonObject } from '../json-object.ts';

/** Where a value is not what it should be. */
export interface Fault {
  /** Dotted, from the value down; empty for the value itself. */
  path: string;
  missing: boolean;
}

/** Finds the first fault of a value, which is there; undefined if it has none. */
export type Shape = (value: unknown) => Fault | undefined;

const HERE: Fault = { path: '', missing: false };

/** A value about which a question is answered with yes. */
export function where(holds: (value: unknown) => boolean): Shape {
  return (value) => (holds(value) ? undefined : HERE);
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
  return (value) => {
    if (!Array.isArray(value) || value.length < atLeast) return HERE;
    const at = value.findIndex((item) => shape(item) !== undefined);
    return at === -1 ? undefined : under(String(at), shape(value[at]));
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
  return (value) => {
    if (!isJsonObject(value)) return HERE;
    for (const { name, shape, must } of shapes) {
      const fault = faultAt(value, name, shape, must);
      if (fault) return fault;
    }
    return undefined;
  };
}

function faultAt(object: JsonObject, name: string, shape: Shape, must: boolean) {
  if (!Object.hasOwn(object, name)) return must ? { path: name, missing: true } : undefined;
  return under(name, shape(object[name]));
}

/** The path is put together for a fault alone: nearly every licence has none. */
function under(name: string, fault: Fault | undefined): Fault | undefined {
  if (!fault) return undefined;
  return { ...fault, path: fault.path === '' ? name : `${name}.${fault.path}` };
}
