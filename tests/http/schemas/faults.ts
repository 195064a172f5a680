import type { z } from 'zod';

/** Each fault as `path code message`, the code being the one that callers see first. */
export function faults(schema: z.ZodType, value: unknown): string[] {
  const { error } = schema.safeParse(value);
  return (error?.issues ?? []).map((issue) => {
    const code = issue.code === 'custom' ? (issue.params?.code ?? 'custom') : issue.code;
    return `${issue.path.join('.')} ${code} ${issue.message}`;
  });
}
