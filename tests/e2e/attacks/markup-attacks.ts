import type { Attack } from './attack.ts';

/** Against the difference between the reader that cleans and the browser that shows. */
export const MARKUP_ATTACKS: readonly Attack[] = [
  { name: 'script', html: '<script>pwned()</script>' },
  { name: 'unclosed script', html: '<script>pwned()//' },
  { name: 'image', html: '<img src=x onerror=pwned()>' },
  { name: 'image without spaces', html: '<img/src="x"/onerror=pwned()>' },
  { name: 'svg', html: '<svg onload=pwned()>' },
  { name: 'svg animation', html: '<svg><animate onbegin=pwned() attributeName=x dur=1s>' },
  {
    name: 'svg link',
    html: '<svg><a xlink:href="javascript:pwned()"><text y=20>x</text></a></svg>',
  },
  { name: 'details', html: '<details open ontoggle=pwned()>x</details>' },
  { name: 'link', html: '<a href="javascript:pwned()">x</a>' },
  { name: 'link in entities', html: '<a href="java&Tab;script&colon;pwned()">x</a>' },
  { name: 'link after a control character', html: '<a href="&#1;javascript:pwned()">x</a>' },
  { name: 'input', html: '<input autofocus onfocus=pwned()>' },
  { name: 'frame', html: '<iframe srcdoc="<script>pwned()</script>"></iframe>' },
  { name: 'form', html: '<form action="javascript:pwned()"><button>x</button></form>' },
  {
    name: 'title in noscript',
    html: '<noscript><p title="</noscript><img src=x onerror=pwned()>">',
  },
  { name: 'style in svg', html: '<svg></p><style><a id="</style><img src=x onerror=pwned()>">' },
  {
    name: 'style in MathML',
    html: '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=pwned()&gt;">',
  },
  {
    name: 'nested forms',
    html: '<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=pwned()>',
  },
  {
    name: 'style in a select',
    html: '<select><template><style><!--</style><a rel="--></style></template></select><img src=x onerror=pwned()>">',
  },
  { name: 'CDATA in svg', html: '<svg><![CDATA[><img title="]]><img src=x onerror=pwned()>">' },
  { name: 'comment that ends early', html: '<!--><img src=x onerror=pwned()>-->' },
  { name: 'comment that ends with a bang', html: '<!-- --!><img src=x onerror=pwned()>-->' },
  { name: 'processing instruction', html: '<?x ><img src=x onerror=pwned()>?>' },
  {
    name: 'table that gives up its content',
    html: '<table><td><a href="javascript:pwned()">x<table><a href="javascript:pwned()">y',
  },
];
