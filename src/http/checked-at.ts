import type { z } from 'zod';
import { invalid } from '../domain/errors.ts';
import { fieldErrors } from './field-errors.ts';
import { sentenceOf } from './field-sentences.ts';

/**
 * Checks a part of a body that only the handler can put together.
 *
 * @param field where the part stands in the body
 * @throws DomainError `invalid-request` with pointers from the body's root
 */
export function checkedAt<Schema extends z.ZodType>(
  field: string,
  schema: Schema,
  value: unknown,
): z.output<Schema> {
  const { success, data, error } = schema.safeParse(value, { error: sentenceOf });
  if (success) return data;
  const errors = fieldErrors(schema, value, error.issues);
  throw invalid(errors.map((one) => ({ ...one, pointer: one.pointer.replace('#', `#/${field}`) })));
}

/**
 * As {@link checkedAt}, for one value of a body that is checked together with others that are stored.
 *
 * @param pointer where the value stands in the body
 */
export function checkedAs(pointer: string, schema: z.ZodType, value: unknown): void {
  const { success, error } = schema.safeParse(value, { error: sentenceOf });
  if (success) return;
  throw invalid(fieldErrors(schema, value, error.issues).map((one) => ({ ...one, pointer })));
}
