import type { Sample } from './sample.ts';

/** HTML as sites and desks really have it. */
export const englishHtml: readonly Sample[] = [
  {
    name: 'en-html-content-system',
    headline: 'Bridge keepers get a new hut',
    summary: 'The old one had leaned over the water since the storm.',
    language: 'en',
    path: '2026/hut',
    publishedAt: '2026-04-01T10:00:00+02:00',
    images: [
      {
        url: 'https://img.harbour-news.example/hut-1200.jpg',
        caption: null,
        credit: 'Photo: Harbour News',
        alt: 'A hut on a bridge',
      },
      {
        url: 'https://img.harbour-news.example/plan.png?v=2&w=800',
        caption: 'The plan, drawn on a tide table.',
        credit: 'Drawing: Bridge office',
        alt: '',
      },
    ],
    body: {
      html: `<div class="article-body" style="font: 12pt Calibri"><div><div>
<p class="byline"><strong>By the harbour desk</strong></p>
<p><span style="color:#333"><b>TIDEWATER</b> (<i>Harbour News</i>) – The keepers of the swing bridge move into a new hut on&nbsp;Tuesday.</span></p>
<p>&nbsp;</p><p></p>
<figure class="wp-block-image size-large"><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="/not-this.jpg" data-srcset="https://img.harbour-news.example/hut-400.jpg 400w, https://img.harbour-news.example/hut-1200.jpg 1200w" alt="A hut on a bridge" loading="lazy" onerror="pwned()"><noscript><img src="https://img.harbour-news.example/hut-1200.jpg" alt="A hut on a bridge"></noscript><figcaption>The hut stands on oak, like the bridge. <span class="credit">Photo: Harbour News</span></figcaption></figure>
<p><font face="Arial">It has a stove, a bell and a window to <a href="/2024/bridge?utm=x" target="_blank" onclick="pwned()">each side of the bridge</a>.</font><br><br>The keepers asked for a second chair. They got it.</p>
<p><b>THE OLD HUT</b></p>
<p>It leans over the water since the storm, and goes to the playground, <em>legs and all</em>.</p>
<script>pwned()</script><style>p { display: none }</style>
<div class="footer"><hr><p>© 2009-2025 Harbour News Cooperative. First published by Harbour News: https://harbour-news.example/2026/hut – reprinted with permission, licence 4711, which anyone can check at https://licences.example/4711</p></div>
</div></div></div>`,
    },
    carries: [
      'By the harbour desk',
      'TIDEWATER (Harbour News) – The keepers of the swing bridge move into a new hut on Tuesday.',
      'The hut stands on oak, like the bridge.',
      'The keepers asked for a second chair. They got it.',
      'THE OLD HUT',
      'The plan, drawn on a tide table.',
      'Drawing: Bridge office',
    ],
    lacks: ['pwned', 'licence 4711', '2009-2025', 'not-this', 'display'],
  },
  {
    name: 'en-html-table-footnotes',
    headline: 'What the tide gauge has seen since 1906',
    language: 'en',
    path: '2026/gauge',
    publishedAt: '2026-06-21T06:00:00Z',
    body: {
      html: `<h1>What the tide gauge has seen since 1906</h1>
<p>The gauge at the fish market has written 10<sup>6</sup> hours of water on paper.<sup><a href="#fn1">1</a></sup> Its clock drinks no oil, only CO<sub>2</sub>-free air, its keepers joke.</p>
<table><caption>Highest water, in centimetres</caption>
<tr><th>Year<th>Height<th>Wind
<tr><td>1906<td>312<td>north-west
<tr><td>1953<td>341<td rowspan=2>north
<tr><td>2023<td>318</table>
<ol start="4"><li>The pen rests at low water.<ul><li>Not in frost.</li></ul></li><li>The paper runs on.</li></ol>
<dl><dt>Spring tide</dt><dd>Sun and moon pull one way.</dd></dl>
<ol><li id="fn1">Until 1950 the hours were rounded. <a href="#ref1">↩</a></li></ol>`,
    },
    carries: [
      'Highest water, in centimetres',
      '1953',
      'The pen rests at low water.',
      'Not in frost.',
      'Sun and moon pull one way.',
      'Until 1950 the hours were rounded.',
    ],
    lacks: ['#fn1'],
  },
  {
    name: 'en-html-embeds',
    headline: 'The seal that listens to the band',
    language: 'en',
    path: '2026/seal',
    publishedAt: '2026-07-04T18:00:00Z',
    body: {
      html: `<p>A grey seal comes to the quay whenever the brass band plays, and leaves when it packs up.</p>
<figure><iframe width="560" height="315" src="https://www.youtube.com/embed/a1B2c3D4e5F" title="The seal and the second cornet" allow="autoplay"></iframe><figcaption>She stays for the whole march.</figcaption></figure>
<iframe src="https://www.googletagmanager.com/ns.html?id=GTM-X" height="0" width="0" style="display:none;visibility:hidden"></iframe>
<video controls poster="/seal.jpg"><source src="/media/seal.mp4" type="video/mp4">Your browser cannot play this.</video>
<blockquote class="social-post"><p>She prefers waltzes.</p><a href="https://social.example/@band/17">The band, on Saturday</a></blockquote><script async src="https://social.example/widget.js"></script>
<p>Nobody feeds her. The conductor says she is the only one who never coughs.</p>`,
    },
    carries: [
      'The seal and the second cornet',
      'She stays for the whole march.',
      'She prefers waltzes.',
      'the only one who never coughs.',
    ],
    lacks: ['googletagmanager', 'cannot play', 'widget.js'],
  },
  {
    name: 'en-html-word-paste',
    headline: 'Council counts its benches',
    language: 'en',
    path: '2026/benches',
    publishedAt: '2026-02-11T12:00:00Z',
    body: {
      html: `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><title>Document1</title><style>p.MsoNormal{margin:0}</style></head><body lang=EN-GB>
<!--[if gte mso 9]><xml><o:p>noise</o:p></xml><![endif]-->
<p class=MsoNormal><b><span lang=EN-GB style='mso-fareast-language:EN-US'>By our council desk<o:p></o:p></span></b></p>
<p class=MsoNormal>The council has counted its benches and found <b>two more than it bought</b>.<o:p>&nbsp;</o:p>
<p class=MsoNormal><i>One stands in the reading room, <b>the other</i> on the pier.</b>
<center><font size=5>WHOSE BENCH IS IT?</font></center>
<p class=MsoListParagraph>·<span>&nbsp;&nbsp;&nbsp;</span>Both are painted green.
<p>Anyone who misses one may <a href="mailto:benches@tidewater.example?subject=bench">write to the council</a>.
<div><div><div></div></div></div>`,
    },
    carries: [
      'By our council desk',
      'The council has counted its benches and found two more than it bought.',
      'WHOSE BENCH IS IT?',
      'Both are painted green.',
    ],
    lacks: ['noise', 'Document1', 'Mso'],
  },
  {
    name: 'en-html-lists-and-quotes',
    headline: 'How to row in a following sea: < 3 & > 5 knots',
    byline: 'By the sports desk',
    language: 'en',
    path: '2026/rowing?from=wire&part=1',
    publishedAt: '2026-10-01T09:00:00Z',
    body: {
      html: `<h2>Before you leave</h2><ul><li>Look behind you:<ol><li>the sea,</li><li>the sky.</li></ol></li><li><p>Look again.</p></li></ul>
<blockquote><p>A wave is never <q>only one</q>, say the pilots.</p><blockquote><p>Count to seven.</p></blockquote></blockquote>
<hr><pre>  bow   1
  stern 2</pre>
<p>Speeds &lt; 3 &amp; &gt; 5 knots want *other* strokes_ and # 1. more room.</p><p>1. This is no list.</p><p>+ nor this</p>
<details><summary>For the coxswain</summary><p>Speak seldom, and never in headings.</p></details>`,
    },
    carries: [
      'Look again.',
      'Count to seven.',
      'Speeds < 3 & > 5 knots want',
      'This is no list.',
      'Speak seldom, and never in headings.',
    ],
    lacks: ['&lt;', '&amp;amp;'],
  },
];
