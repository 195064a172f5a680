import type { Element, Nodes } from 'hast';
import { type DomainError, invalid } from '../domain/errors.ts';

/** A long story has some hundreds, a table of all results some thousands. */
export const MOST_ELEMENTS = 20_000;

/**
 * The blocks, if every format can print them in bounded time.
 *
 * @throws DomainError `invalid-request` for more than `MOST_ELEMENTS`
 */
export function boundElements(blocks: Element[], field: 'html' | 'text'): Element[] {
  const count = blocks.reduce((sum, block) => sum + elementsIn(block), 0);
  if (count > MOST_ELEMENTS) throw tooManyElements(field);
  return blocks;
}

export function tooManyElements(field: 'html' | 'text'): DomainError {
  const what = field === 'html' ? 'elements' : 'paragraphs';
  const detail = `The body has more than ${MOST_ELEMENTS} ${what}. Leave out what is not the story, or split it.`;
  return invalid([{ pointer: `#/body/${field}`, code: 'too-many-elements', detail }]);
}

function elementsIn(node: Nodes): number {
  if (node.type !== 'element') return 0;
  return node.children.reduce((sum, child) => sum + elementsIn(child), 1);
}
