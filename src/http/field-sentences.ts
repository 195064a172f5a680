import type { z } from 'zod';

/** What to do about a fault, unless the schema says it better; the words of zod are for its users. */
export const sentenceOf: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? `This is needed: ${kindOf(issue.expected)}.`
        : `Send ${kindOf(issue.expected)} here, not ${kindOf(kindOfValue(issue.input))}.`;
    case 'invalid_value':
      return `${issue.input === undefined ? 'This is needed: ' : 'Write '}${options(issue.values)}.`;
    case 'invalid_format':
      return FORMATS[issue.format] ?? 'This does not have the right form.';
    case 'too_small':
      return `Send at least ${issue.minimum}${unitOf(issue.origin)}.`;
    case 'too_big':
      return `Send at most ${issue.maximum}${unitOf(issue.origin)}.`;
    case 'invalid_union':
      return 'None of the forms that are allowed here fits.';
    default:
      return undefined;
  }
};

const FORMATS: Readonly<Record<string, string>> = {
  datetime: 'Write an RFC 3339 instant with its offset, such as 2026-03-01T06:00:00Z.',
  email: 'Write an e-mail address.',
  url: 'Write an absolute URL, such as https://example.com/story.',
  uuid: 'Write an id, such as 01890a5d-ac96-774b-bcce-b302099a8057.',
};

const KINDS: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  null: 'null',
  number: 'a number',
  object: 'an object',
  record: 'an object',
  string: 'a string',
};

function kindOf(expected: string): string {
  return KINDS[expected] ?? expected;
}

function kindOfValue(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function options(values: readonly unknown[]): string {
  const shown = values.map((value) => JSON.stringify(value));
  return shown.length === 1 ? String(shown[0]) : `one of ${shown.join(', ')}`;
}

function unitOf(origin: string): string {
  if (origin === 'string') return ' characters';
  return origin === 'array' ? ' entries' : '';
}
