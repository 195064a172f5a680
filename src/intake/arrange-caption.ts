import type { Element, ElementContent } from 'hast';
import { type Arrange, arrangeItem } from './arrange-item.ts';

/** One caption of however many stand there, whose words stay apart; none if they say nothing. */
export function arrangeCaption(captions: readonly Element[], arrange: Arrange): Element[] {
  const [first] = captions;
  const children = arrangeItem(captions.flatMap(apart), arrange);
  return first && children.length > 0 ? [{ ...first, children }] : [];
}

function apart(node: Element): ElementContent[] {
  return [...node.children, { type: 'text', value: ' ' }];
}
