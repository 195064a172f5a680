import type { ElementContent } from 'hast';
import { element } from '../page.ts';

/** A name and what is to be read beside it; an empty text is not shown. */
export type Fact = readonly [name: string, value: string | ElementContent];

/** Facts under their names. */
export function factList(facts: readonly Fact[]): ElementContent {
  const shown = facts.filter(([, value]) => value !== '');
  return element(
    'dl',
    {},
    ...shown.flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)]),
  );
}
