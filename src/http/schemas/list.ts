import { z } from 'zod';

const MOST = 300;

/** A list without repetitions, of up to 300 entries and, unless `least` is 0, never empty. */
export function listOf<T extends z.ZodType<string>>(item: T, { least = 1 } = {}) {
  return z
    .array(item)
    .min(least, 'Name at least one, or leave the field out.')
    .max(MOST, `Name at most ${MOST}.`)
    .superRefine(refuseRepeats)
    .meta({ uniqueItems: true });
}

/** A list that nobody changes, so that one of the domain's own may go in. */
export type ReadonlyList<T extends z.ZodType> = z.ZodType<
  readonly z.output<T>[],
  readonly z.input<T>[]
>;

/** A list in a reply, as long as it is. */
export function replyList<T extends z.ZodType>(item: T): ReadonlyList<T> {
  return z.array(item);
}

function refuseRepeats(values: readonly string[], ctx: z.RefinementCtx): void {
  values.forEach((value, index) => {
    if (values.indexOf(value) === index) return;
    ctx.addIssue({ code: 'custom', path: [index], message: `${value} is named twice.` });
  });
}
