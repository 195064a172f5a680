import { isJsonObject, type JsonObject } from '../json-object.ts';

/** The permissions of an ODRL agreement; one alone may stand without a list. */
export function permissionsOf(agreement: object): JsonObject[] {
  return listed(memberOf(agreement, 'permission')).filter(isJsonObject);
}

/** Whether a rule is about an action. */
export function hasAction({ action }: JsonObject, name: string): boolean {
  return listed(action).includes(name);
}

/** A member of an agreement, which its type does not tell. */
export function memberOf(agreement: object, name: string): unknown {
  return Reflect.get(agreement, name);
}

function listed(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}
