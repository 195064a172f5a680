/** Markup that is harmless as it is first read, and something else once written and read again. */
export const MUTATIONS: Readonly<Record<string, string>> = {
  noscript: '<noscript><p title="</noscript><img src=x onerror=pwned()>"></noscript>',
  'noscript with a picture':
    '<noscript><img alt="</noscript><img src=x onerror=pwned()>" src=y></noscript>',
  'noscript with a style': '<noscript><style></noscript><img src=x onerror=pwned()></style>',
  'noscript within a drawing': '<svg><noscript><p title="</noscript><img src=x onerror=pwned()>">',
  noembed: '<noembed><p title="</noembed><img src=x onerror=pwned()>"></noembed>',
  noframes: '<noframes><p title="</noframes><img src=x onerror=pwned()>"></noframes>',
  title: '<title><p title="</title><img src=x onerror=pwned()>"></title>',
  'text area': '<textarea><p title="</textarea><img src=x onerror=pwned()>"></textarea>',
  xmp: '<xmp><p title="</xmp><img src=x onerror=pwned()>"></xmp>',
  'plain text': '<plaintext><img src=x onerror=pwned()></plaintext><script>pwned()</script>',
  'listing with a line break': '<listing>&NewLine;&lt;img src=x onerror=pwned()&gt;</listing>',
  'preformatted with a line break': '<pre>\n\n&lt;img src=x onerror=pwned()&gt;</pre>',
  'style in a drawing': '<svg></p><style><a id="</style><img src=x onerror=pwned()>">',
  'style in a formula': '<math></p><style><!--</style><a id="--><img src=x onerror=pwned()>">',
  'style that is markup in a formula':
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=pwned()&gt;">',
  'style that is markup after a malign mark':
    '<math><mtext><table><malignmark><style><!--</style><img title="--&gt;&lt;img src=x onerror=pwned()&gt;">',
  'style that is markup with CDATA':
    '<math><mtext><table><mglyph><style><![CDATA[</style><img title="]]&gt;&lt;img src=x onerror=pwned()&gt;">',
  'path in a style in a formula':
    '<math><mtext><table><mglyph><svg><mtext><style><path id="</style><img src=x onerror=pwned()>">',
  'nested forms':
    '<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=pwned()>',
  'nested forms in a drawing':
    '<form><svg><desc></form><form><style></svg><a title="</style><img src=x onerror=pwned()>">',
  'table in a formula':
    '<math><mi><table><mglyph><p><style><!--</style><a title="--&gt;&lt;img src=x onerror=pwned()&gt;">',
  'table that gives up its content':
    '<table><a href="javascript:pwned()">x<table><a href="javascript:pwned()">y</table>',
  'table that gives up a style':
    '<table><svg><style><a id="</style><img src=x onerror=pwned()>"></table>',
  'table in a paragraph in a table': '<table><tr><p><table><img src=x onerror=pwned()><tr><td>x',
  'caption that moves': '<svg><table><caption><style><p id="</style><img src=x onerror=pwned()>">',
  'select that drops': '<select><iframe></select><img src=x onerror=pwned()>',
  'select with a template':
    '<select><template><style><!--</style><a rel="--></style></template></select><img src=x onerror=pwned()>">',
  'select in a table': '<table><select><tr><td><style></select><img src=x onerror=pwned()></table>',
  'option with a script': '<select><option><script></select><img src=x onerror=pwned()></script>',
  'template in a template':
    '<template><template></template><p title="</template><img src=x onerror=pwned()>">',
  'template in a drawing':
    '<svg><template><style><a id="</style><img src=x onerror=pwned()>"></template>',
  'template in a table': '<table><template><tr><td></template><img src=x onerror=pwned()></table>',
  'comment that ends at once': '<!--><img src=x onerror=pwned()>-->',
  'comment that ends after a dash': '<!---><img src=x onerror=pwned()>-->',
  'comment that ends with a bang': '<!-- --!><img src=x onerror=pwned()>-->',
  'comment that ends in a title':
    '<p title="--!><img src=x onerror=pwned()>"><!-- </p><p title="-->">',
  'comment within a comment': '<!-- <!-- --> <img src=x onerror=pwned()> -->',
  'comment that is none in a drawing':
    '<svg><style><!--</style><img src=x onerror=pwned()>--></svg>',
  'comment that names a target': '<!--><script>pwned()//--></script>',
  'bogus comment': '<!x><img src=x onerror=pwned()><!y>',
  'end tag that is a comment': '</%><img src=x onerror=pwned()>',
  instruction: '<?x ><img src=x onerror=pwned()>?>',
  'half of a CDATA section': '<![CDATA[><img src=x onerror=pwned()>]]>',
  'deep elements that a writer flattens': `${'<div>'.repeat(520)}<svg><style><a id="</style><img src=x onerror=pwned()>">`,
  'deep formulas that a writer flattens': `${'<b>'.repeat(300)}<math><mtext><style><!--</style><a title="--&gt;&lt;img src=x onerror=pwned()&gt;">`,
  'deep frames that are text': `${'<i>'.repeat(300)}<iframe><img title="</iframe><img src=x onerror=pwned()>">`,
  'formatting that is adopted':
    '<a href=x><b><p></a><svg><style><a id="</style><img src=x onerror=pwned()>">',
  'links that nest': '<a href=x><object><a href="javascript:pwned()">x</a></object></a>',
  'headings that nest': '<h2><svg><h3><style><a id="</style><img src=x onerror=pwned()>"></h2>',
  ruby: '<ruby><rt><svg><rp><style><a id="</style><img src=x onerror=pwned()>"></ruby>',
  'paragraph in a drawing': '<svg></p><p><img src=x onerror=pwned()></svg>',
  'line break in a drawing': '<svg></br><style><a id="</style><img src=x onerror=pwned()>">',
  'font in a drawing': '<svg><font color=x><style><a id="</style><img src=x onerror=pwned()>">',
  'attribute with a name that is markup': '<p x"><img/src=x/onerror=pwned()>=1>x</p>',
  'attribute of a namespace': '<svg xmlns:x="y" x:onload=pwned() onload=pwned()></svg>',
  'element with a name that is markup': '<x"><img src=x onerror=pwned()>x</x">',
};
