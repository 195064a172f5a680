import type { Attack } from './attack.ts';

/** Against fields that are text and never HTML, and against what formats make of them. */
export const FIELD_ATTACKS: readonly Attack[] = [
  { name: 'end of JSON-LD', html: '</script><script>pwned()</script>' },
  { name: 'end of JSON-LD, spaced', html: '"}</script ><img src=x onerror=pwned()>' },
  { name: 'comment inside JSON-LD', html: '<!--<script>pwned()</script>-->' },
  { name: 'double escaped script', html: '<!--<script></script><script>pwned()</script>' },
  { name: 'end of an attribute', html: '" onmouseover="pwned()" x="' },
  { name: 'end of an apostrophe', html: "' onmouseover='pwned()' x='" },
  { name: 'end of an attribute and a tag', html: '"><img src=x onerror=pwned()>' },
  { name: 'end of a title', html: '</title></style></textarea><img src=x onerror=pwned()>' },
  { name: 'backtick attribute', html: '` onmouseover=pwned() `' },
  { name: 'escaped markup', html: '&lt;img src=x onerror=pwned()&gt;' },
  { name: 'markup escaped twice', html: '&amp;lt;img src=x onerror=pwned()&amp;gt;' },
  { name: 'Markdown link', html: '[x](javascript:pwned())' },
  { name: 'Markdown link in brackets', html: '[x](<javascript:pwned()>)' },
  { name: 'Markdown link, entities', html: '[x](&#106;avascript&colon;pwned&lpar;&rpar;)' },
  { name: 'Markdown link with a title', html: '[x](# "\'><img src=x onerror=pwned()>")' },
  { name: 'Markdown image', html: '![x" onerror="pwned()](https://image.example/x.png)' },
  { name: 'Markdown autolink', html: '<javascript:pwned()>' },
  { name: 'Markdown reference', html: '[x]\n\n[x]: javascript:pwned()' },
  {
    name: 'Markdown link broken by a bracket',
    html: '](javascript:pwned()) [x](javascript:pwned())',
  },
  {
    name: 'escaped Markdown bracket',
    html: '\\[x](javascript:pwned())\\<img src=x onerror=pwned()>',
  },
  { name: 'Markdown code span', html: '`</code><img src=x onerror=pwned()>`' },
  { name: 'Markdown code fence', html: '```\n</code></pre><img src=x onerror=pwned()>\n```' },
  { name: 'Markdown HTML block', html: '\n\n<div onmouseover="pwned()">\n\nx\n\n</div>' },
  { name: 'Markdown indented after a list', html: '- a\n\n <img src=x onerror=pwned()>' },
  { name: 'Markdown table', html: '| a |\n| - |\n| <img src=x onerror=pwned()> |' },
  { name: 'placeholder in a name', html: '{headline}<img src=x onerror=pwned()>{verifyUrl}' },
  { name: 'replacement pattern', html: "$&$`$'<img src=x onerror=pwned()>" },
];
