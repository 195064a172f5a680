import type { Element, ElementContent, Properties } from 'hast';

/** What wrappers that do not stay leave to the blocks in them. */
export interface Inherited {
  /** Links, emphasis: they go into lines, no two of one name, the outermost first. */
  marks: readonly Element[];
  /** Language and direction, of the innermost wrapper that says them. */
  properties: Properties;
}

export const NOTHING_INHERITED: Inherited = { marks: [], properties: {} };

/** A mark around blocks is a mark in each; the name counts once, so that marks do not multiply. */
export function withMark(mark: Element, { marks, properties }: Inherited): Inherited {
  const isThere = marks.some(({ tagName }) => tagName === mark.tagName);
  return { marks: isThere ? marks : [...marks, mark], properties };
}

/** What a block that dissolves leaves to its content. */
export function withWrapper({ properties }: Element, inherited: Inherited): Inherited {
  const { lang, dir } = { ...inherited.properties, ...properties };
  return { ...inherited, properties: { ...(lang && { lang }), ...(dir && { dir }) } };
}

/** A block with what it has not said itself. */
export function inherit(block: Element, { properties }: Inherited): Element {
  return { ...block, properties: { ...properties, ...block.properties } };
}

/** The content of a line within the marks that were around it. */
export function marked(
  children: readonly ElementContent[],
  { marks }: Inherited,
): ElementContent[] {
  return marks.reduceRight<ElementContent[]>(
    (inner, mark) => [{ ...mark, children: inner }],
    [...children],
  );
}
