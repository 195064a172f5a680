/** Styles that ran scripts, fetch, or lay something over the page. */
export const STYLES: Readonly<Record<string, string>> = {
  'style expression': '<p style="width: expression(pwned())">x</p>',
  'style expression with a comment': '<p style="xss:expr/*x*/ession(pwned())">x</p>',
  'style expression in escapes': '<p style="wid\\74h: \\65xpression(pwned())">x</p>',
  'style address': '<p style="background-image: url(javascript:pwned())">x</p>',
  'style address in escapes': '<p style="background:\\75rl(&quot;javascript:pwned()&quot;)">x</p>',
  'style that breaks out': '<p style="x:&quot;&gt;&lt;img src=x onerror=pwned()&gt;">x</p>',
  'style behaviour': '<p style="behavior: url(x.htc); -moz-binding: url(x.xml#pwned)">x</p>',
  'style import': '<style>@import "javascript:pwned()";</style>',
  'style import without a scheme': '<style>@import url(//evil.example/x.css);</style>',
  'style list': '<style>li { list-style-image: url("javascript:pwned()") }</style><ul><li>x</ul>',
  'style animation':
    '<style>@keyframes x {}</style><p style="animation-name: x" onanimationend=pwned()>x</p>',
  'style transition':
    '<a href=# style="transition: outline 1s" ontransitionend=pwned() onclick=pwned()>x</a>',
  'style over the whole page':
    '<a href="javascript:pwned()" style="position:fixed;inset:0;opacity:0">x</a>',
  'style that ends in a comment': '<style><!--</style><img src=x onerror=pwned()>--></style>',
  'style sheet by address':
    '<link rel=stylesheet href="data:text/css,@import \'javascript:pwned()\'">',
  'style layer': '<layer src="javascript:pwned()"></layer><ilayer src="javascript:pwned()">',
  'style colour': '<font color="expression(pwned())" style="x" onclick=pwned()>x</font>',
};
