import { MASK } from '../security/mask-known.ts';

/** Puts a mask over the strings at dotted paths, such as `settings.secret`, where there are any. */
export function maskAt(value: unknown, paths: readonly string[]): unknown {
  for (const path of paths) {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    const holder = keys.reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), value);
    if (isRecord(holder) && typeof holder[last] === 'string') holder[last] = MASK;
  }
  return value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
