/** Pages within the page, and elements that change the page they stand in. */
export const DOCUMENTS: Readonly<Record<string, string>> = {
  'frame with a page': '<iframe srcdoc="<script>parent.pwned()</script>"></iframe>',
  'frame with a page in references':
    '<iframe srcdoc="&lt;img src=x onerror=parent.pwned()&gt;"></iframe>',
  'frame that loads': '<iframe src="about:blank" onload=pwned()></iframe>',
  'frame with a page in its address':
    '<iframe src="data:text/html,<script>parent.pwned()</script>"></iframe>',
  'frame with a title that breaks out':
    '<iframe src="https://e.example/" title="</a><img src=x onerror=pwned()>"></iframe>',
  'frame whose address breaks out':
    '<iframe src="https://e.example/?&quot;><img src=x onerror=pwned()>"></iframe>',
  'frame that is read as text':
    '<iframe><img title="</iframe><img src=x onerror=pwned()>"></iframe>',
  'frame set': '<frameset onload=pwned()><frame src="javascript:pwned()"></frameset>',
  'object with a page': '<object data="data:text/html,<script>parent.pwned()</script>"></object>',
  'object within an object':
    '<object><object data="javascript:pwned()"><img src=x onerror=pwned()>',
  'object with a type': '<object type="text/x-scriptlet" data="//evil.example/x.html"></object>',
  'embed with scripts': '<embed src="//evil.example/x.swf" allowscriptaccess=always>',
  'embed of a drawing': '<embed src="data:image/svg+xml,<svg onload=\'pwned()\'/>">',
  applet: '<applet code="javascript:pwned()" onerror=pwned()>x</applet>',
  portal: '<portal src="javascript:pwned()" onload=pwned()></portal>',
  'shadow root': '<p><template shadowrootmode=open><img src=x onerror=pwned()></template></p>',
  'shadow root with a slot':
    '<div><template shadowrootmode=closed><slot></slot><script>pwned()</script></template>x</div>',
  'page in the page':
    '<html><head><script>pwned()</script></head><body onload=pwned()>x</body></html>',
  'import of a page': '<link rel=import href="data:text/html,<script>pwned()</script>">',
  'preload with a handler': '<link rel=preload as=image href=x onerror=pwned() onload=pwned()>',
  'policy that is weaker': '<meta http-equiv="content-security-policy"><script>pwned()</script>',
  'character set that is another': '<meta charset="x-user-defined"><script>pwned()</script>',
  'names that hide functions':
    '<form name=body id=attributes><input name=remove name=parentNode></form><img src=x onerror=pwned()>',
  'names that hide the page': '<img name=createElement id=cookie src=x onerror=pwned()>',
  'XML island': '<xml id=x><i><b>&lt;img src=x onerror=pwned()&gt;</b></i></xml><span datasrc=#x>x',
  'time element with a script':
    '<t:set attributeName="innerHTML" to="x<img src=x onerror=pwned()>">',
  'player with a picture inside':
    '<amp-img src=x onerror=pwned()><noscript><img src=x onerror=pwned()></noscript></amp-img>',
  'tweet with its script':
    '<blockquote class=t><p>x</p></blockquote><script async src="//evil.example/widgets.js"></script>',
};
