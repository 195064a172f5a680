/** A start tag or an end tag. */
export interface PageTag {
  /** In lower case. */
  name: string;
  isEnd: boolean;
  /** As written, between the name and the closing bracket. */
  attributes: string;
}

/** A stretch of text and the tag that ends it; none at the end of the page. */
export interface TextAndTag {
  before: string;
  tag?: PageTag;
}

const NAME = /<(\/?)([a-z][^\s/>]*)/iy;
/** Quoted values may hold a bracket. */
const ATTRIBUTES = /[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>/y;

/** Elements whose content is no markup (HTML, section 13.2.6.2). */
const RAW = /^(?:script|style|textarea|title|xmp|iframe|noembed|noframes)$/;

/**
 * Parts HTML into text and tags, in one pass. Comments and declarations part nothing; a tag that
 * never ends swallows the rest, as it does in a browser.
 */
export function* pageTags(html: string): Generator<TextAndTag> {
  let before = '';
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open === -1) break;
    before += html.slice(at, open);
    const skipped = endOfComment(html, open);
    const found = skipped === undefined ? tagAt(html, open) : undefined;
    if (found) {
      yield { before, tag: found.tag };
      before = '';
    } else if (skipped === undefined) before += '<';
    at = skipped ?? found?.end ?? open + 1;
  }
  yield { before: at < html.length ? before + html.slice(at) : before };
}

/** Where a comment, a declaration or a processing instruction ends. */
function endOfComment(html: string, open: number): number | undefined {
  const next = html[open + 1];
  if (next !== '!' && next !== '?') return undefined;
  const close = html.startsWith('<!--', open) ? '-->' : '>';
  const end = html.indexOf(close, open + 2);
  return end === -1 ? html.length : end + close.length;
}

function tagAt(html: string, open: number): { tag: PageTag; end: number } | undefined {
  NAME.lastIndex = open;
  const [, slash = '', written = ''] = NAME.exec(html) ?? [];
  if (written === '') return undefined;
  const name = written.toLowerCase();
  ATTRIBUTES.lastIndex = open + 1 + slash.length + written.length;
  const attributes = ATTRIBUTES.exec(html)?.[0].slice(0, -1);
  if (attributes === undefined)
    return { tag: { name, isEnd: true, attributes: '' }, end: html.length };
  const isEnd = slash !== '';
  const end = ATTRIBUTES.lastIndex;
  return {
    tag: { name, isEnd, attributes },
    end: !isEnd && RAW.test(name) ? rawEnd(html, name, end) : end,
  };
}

/** Where the end tag of an element begins whose content is no markup. */
function rawEnd(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  closing.lastIndex = from;
  return closing.exec(html)?.index ?? html.length;
}

/** Whether an element is one that the service added to the body. */
export function isOurs({ attributes }: PageTag): boolean {
  return /(?:^|\s)class\s*=\s*(?:"(?:[^"]*\s)?imprimatur-|'(?:[^']*\s)?imprimatur-|imprimatur-)/i.test(
    attributes,
  );
}

/** Whether an element says itself that it is not shown. */
export function isHidden({ attributes }: PageTag): boolean {
  return (
    /(?:^|\s)hidden(?=\s|=|\/|$)/i.test(attributes) ||
    /(?:^|\s)style\s*=\s*["'][^"']*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributes)
  );
}
