import { createHash } from 'node:crypto';
import type { ElementContent, Properties } from 'hast';
import { toParse5 } from 'hast-util-to-parse5';
import { type DefaultTreeAdapterTypes, serialize } from 'parse5';

const STYLE =
  'body{font:1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem;' +
  'color:#1a1a1a;background:#fff}h1{font-size:1.5rem;line-height:1.25}' +
  'code{font-family:ui-monospace,monospace}form{margin:0 0 2rem}label{display:block;font-weight:600}' +
  'input,textarea,button{font:inherit;box-sizing:border-box;margin:.25rem 0 .75rem}' +
  'input,textarea{display:block;width:100%}dd{overflow-wrap:anywhere}dt{font-weight:600}dd{margin:0 0 .75rem}';

/** The one style that the pages' Content-Security-Policy lets in. */
export const STYLE_HASH = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;

/** An element of a page; a string among its children is text and is escaped. */
export function element(
  tagName: string,
  properties: Properties,
  ...children: (ElementContent | string)[]
): ElementContent {
  const content = children.map(
    (child): ElementContent => (typeof child === 'string' ? { type: 'text', value: child } : child),
  );
  return { type: 'element', tagName, properties, children: content };
}

/** A small HTML page for people: no script, nothing from elsewhere. */
export function page(title: string, ...content: ElementContent[]): string {
  const main = element('main', {}, element('h1', {}, title), ...content);
  return htmlOf(title, [element('style', {}, STYLE)], [main]);
}

/** An HTML document that says itself what it loads, for a page with a policy of its own. */
export function htmlOf(
  title: string,
  head: readonly ElementContent[],
  body: readonly ElementContent[],
): string {
  const opening = [
    element('meta', { charSet: 'utf-8' }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('title', {}, title),
  ];
  const html = element(
    'html',
    { lang: 'en' },
    element('head', {}, ...opening, ...head),
    element('body', {}, ...body),
  );
  const root = toParse5({ type: 'root', children: [{ type: 'doctype' }, html] });
  return serialize(root as DefaultTreeAdapterTypes.Document);
}
