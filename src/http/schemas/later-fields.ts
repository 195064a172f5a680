import { z } from 'zod';

/**
 * An object that also knows the names of fields whose time has not come. They are refused as
 * `not-yet-supported`, which tells a caller more than an unknown field would; every other fault
 * is reported beside them.
 */
export function withLaterFields<T extends z.ZodObject>(object: T, later: readonly string[]) {
  return z.preprocess((value, ctx) => {
    if (!isRecord(value)) return value;
    const early = later.filter((field) => Object.hasOwn(value, field));
    if (early.length === 0) return value;
    for (const field of early)
      refuseEarly(ctx, `"${field}" is not yet supported: leave it out.`, [field]);
    const rest = Object.entries(value).filter(([field]) => !early.includes(field));
    const { error } = object.safeParse(Object.fromEntries(rest));
    // A finished issue is a raw one whose message is made; the types cannot say so.
    ctx.issues.push(...((error?.issues ?? []) as z.core.$ZodRawIssue[]));
    return z.NEVER;
  }, object);
}

/** Refuses a field, or a form of it, that comes with a later version. */
export function refuseEarly(ctx: z.RefinementCtx, message: string, path: PropertyKey[] = []): void {
  ctx.addIssue({ code: 'custom', path, message, params: { code: 'not-yet-supported' } });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
