import type { FieldError } from './errors.ts';
import type { Policy } from './policy.ts';

/** What a value in a kept policy has to be. */
type Kind = 'text' | 'texts' | 'number' | 'effect' | 'whenSpent' | Shape;
interface Shape {
  readonly [member: string]: Kind;
}

const CONDITIONS: Shape = {
  outlet: { id: 'texts', country: 'texts', class: 'texts', tag: 'texts' },
  article: {
    subject: 'texts',
    language: 'texts',
    maxAgeHours: 'number',
    minWords: 'number',
    maxWords: 'number',
  },
  use: {
    media: 'texts',
    territories: 'texts',
    languages: 'texts',
    maxDays: 'number',
    edits: 'texts',
    images: 'texts',
  },
};
const RULE: Shape = {
  name: 'text',
  effect: 'effect',
  when: CONDITIONS,
  unless: CONDITIONS,
  terms: 'text',
  reason: 'text',
};
// biome-ignore lint/suspicious/noThenProperty: the name is the API's, and nothing awaits a shape
const QUOTA: Shape = { perOutletPerMonth: 'number', then: 'whenSpent' };
const NEEDED_OF_RULE = ['name', 'effect', 'reason'];
const NEEDED_OF_QUOTA = ['perOutletPerMonth', 'then'];

const CHOICES: Readonly<Record<'effect' | 'whenSpent', readonly string[]>> = {
  effect: ['grant', 'refuse', 'refer'],
  whenSpent: ['refer', 'refuse'],
};

/**
 * Reads a policy as it was kept.
 *
 * Saving checks it more closely; this only makes sure that no rule is passed over, or taken for
 * one that always holds, because something in it is not understood.
 *
 * @returns the policy, or where it cannot be evaluated
 */
export function readPolicy(document: unknown): Policy | FieldError[] {
  if (!isRecord(document)) return [fault('#', 'A policy is an object.')];
  const { rules, quota, ...rest } = document;
  const faults = [
    ...faultsOf(rest, { defaultTerms: 'text' }, '#'),
    ...(quota === undefined ? [] : whole(quota, QUOTA, NEEDED_OF_QUOTA, '#/quota')),
    ...(Array.isArray(rules)
      ? rules.flatMap((rule, i) => whole(rule, RULE, NEEDED_OF_RULE, `#/rules/${i}`))
      : [fault('#/rules', 'A policy has a list of rules.')]),
  ];
  // Every member that the type names has been looked at.
  return faults.length > 0 ? faults : (document as unknown as Policy);
}

function whole(value: unknown, shape: Shape, needed: readonly string[], at: string): FieldError[] {
  const missing = isRecord(value) ? needed.filter((name) => value[name] === undefined) : [];
  const told = missing.map((name) => fault(`${at}/${name}`, 'This is missing.'));
  return [...faultsOf(value, shape, at), ...told];
}

function faultsOf(value: unknown, kind: Kind, at: string): FieldError[] {
  if (typeof kind === 'string') return fits(value, kind) ? [] : [fault(at, NOT_UNDERSTOOD)];
  if (!isRecord(value)) return [fault(at, 'This is an object.')];
  return Object.entries(value).flatMap(([name, inner]) => {
    const known = Object.hasOwn(kind, name) ? kind[name] : undefined;
    const place = `${at}/${escaped(name)}`;
    return known === undefined ? [fault(place, NOT_UNDERSTOOD)] : faultsOf(inner, known, place);
  });
}

const NOT_UNDERSTOOD = 'This cannot be evaluated. Save the policy again.';

function fits(value: unknown, kind: Exclude<Kind, Shape>): boolean {
  if (kind === 'number') return typeof value === 'number' && Number.isFinite(value);
  if (kind === 'texts') return Array.isArray(value) && value.every((one) => fits(one, 'text'));
  if (typeof value !== 'string') return false;
  return kind === 'text' || CHOICES[kind].includes(value);
}

function fault(pointer: string, detail: string): FieldError {
  return { pointer, code: 'cannot-be-evaluated', detail };
}

/** RFC 6901, section 3. */
function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
