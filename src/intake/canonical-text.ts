import { createHash } from 'node:crypto';
import type { Nodes } from 'hast';
import { composeCharacters } from '../domain/compose-characters.ts';
import { INLINE_ELEMENTS } from './schema.ts';

/** A single space, of which a text is full, is no match and costs nothing. */
const NOT_ONE_SPACE = /\s{2,}|[^\S ]/g;

/**
 * The words of a body, from which its integrity is computed: captions in, markup and alternative
 * texts out, blocks joined by one space, runs of white space as one space, normal form C.
 */
export function canonicalText(node: Nodes): string {
  return composeCharacters(textOf(node)).replace(NOT_ONE_SPACE, ' ').trim();
}

/** The digest of a text's UTF-8 bytes. W3C Subresource Integrity, section 3.1. */
export function integrityOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  const inner = node.children.map(textOf).join('');
  const isInline = node.type === 'element' && INLINE_ELEMENTS.has(node.tagName);
  return isInline && node.tagName !== 'br' ? inner : ` ${inner} `;
}
