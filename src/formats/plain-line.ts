import type { Element, ElementContent } from 'hast';
import { superscript } from './superscript.ts';

/** Running text without its markup. Links keep their targets, quotations their marks. */
export function plainLine(nodes: readonly ElementContent[]): string {
  const lines = wordsOf(nodes).split('\n');
  return joined(lines.map((line) => line.replace(/\s+/g, ' ').trim()));
}

/** The same with white space kept, save at the ends of lines, where nobody sees it. */
export function plainPreformatted(nodes: readonly ElementContent[]): string {
  const lines = wordsOf(nodes).split('\n');
  return joined(lines.map((line) => line.trimEnd()));
}

function joined(lines: readonly string[]): string {
  const text = lines.join('\n').replace(/\n{3,}/g, '\n\n');
  return text.replace(/^\n+|\n+$/g, '');
}

function wordsOf(nodes: readonly ElementContent[]): string {
  return nodes.map(words).join('');
}

function words(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element') return '';
  switch (node.tagName) {
    case 'a':
      return link(node);
    case 'br':
      return '\n';
    case 'img':
      return ` ${node.properties.src} `;
    case 'q':
      return `“${wordsOf(node.children)}”`;
    case 'sup':
      return superscript(wordsOf(node.children));
    default:
      return wordsOf(node.children);
  }
}

/** `words (target)`; the words alone where they say the target themselves. */
function link({ properties, children }: Element): string {
  const label = wordsOf(children);
  const href = String(properties.href);
  const target = href.startsWith('mailto:')
    ? href.slice('mailto:'.length).replace(/\?.*/, '')
    : href;
  const saysTarget = [href, target, target.replace(/\/$/, '')].includes(label.trim());
  return saysTarget ? label : `${label.trimEnd()} (${target})${/\s$/.test(label) ? ' ' : ''}`;
}
