import type { Permission, Story } from '../../src/formats/format.ts';
import { readBody } from '../../src/intake/index.ts';
import { intakeOf } from '../support/intake-of.ts';
import { UNSHAPED } from '../support/unshaped.ts';

/** A story as one outlet gets it. */
export type Licensed = Story & Permission;

const body = (html: string) => readBody(intakeOf({ html }).html);

/** Markup where only words belong, and a body with one of everything. */
const ferry: Licensed = {
  articleId: '0198c5a0-1111-7000-8000-000000000001',
  version: 2,
  headline: 'Ferry <b>Marrow & Daughters</b> returns to service',
  byline: 'By the harbour & the city desk',
  dateline: 'PORT ELLERY',
  summary: 'The ferry sails again after a winter in dock.',
  language: 'en',
  canonicalUrl: 'https://ledger.example/2026/ferry?from=home&part=1',
  publishedAt: Date.UTC(2026, 2, 14, 5, 30),
  publication: { name: 'The Tidewater Ledger', url: 'https://ledger.example/' },
  copyright: { holder: 'Tidewater Press', year: 2026 },
  correctionNote: 'An earlier version gave a wrong hour for the first crossing.',
  body: body(`
    <h1>Back on the water</h1>
    <p>The <em>Marrow</em> left at 6 a.m. with <strong>140</strong> on board, her owners
      <a href="https://marrow.example/news">said on Saturday</a>.</p>
    <figure><img src="https://img.example/deck.jpg" alt="A full deck" width="800" height="600">
      <figcaption>The deck at dawn.</figcaption></figure>
    <figure><img src="https://img.example/engine.jpg" alt="An engine">
      <figcaption>The old engine, sold for scrap.</figcaption></figure>
    <blockquote><p>We counted every hour, said her master: <q>each one</q>.</p></blockquote>
    <p>If wind &lt; 8 &amp; swell is low, she sails<br>four times a day:</p>
    <ul><li>twice before noon</li><li>twice after:<ol start="3"><li>at 3 p.m.</li><li>at 7 p.m.</li></ol></li></ul>
    <table><caption>Fares</caption><tr><th scope="col">Who</th><th scope="col">Pounds</th></tr>
      <tr><td>Adults</td><td>12</td></tr><tr><td>Children</td><td>5</td></tr></table>
    <pre>06:00  out\n09:30  back</pre>
    <hr>
    <p>Write to <a href="mailto:desk@ledger.example?subject=ferry">the desk</a> or see
      <a href="https://ledger.example/">https://ledger.example/</a>.</p>`),
  ...UNSHAPED,
  images: [
    {
      url: 'https://img.example/deck.jpg',
      caption: null,
      credit: 'Harbour desk',
      alt: 'A full deck',
    },
    {
      url: 'https://img.example/harbour.jpg?w=1&h=2',
      caption: 'The harbour < the fog.',
      credit: 'City desk',
      alt: 'A harbour',
    },
  ],
  footer:
    '© 2011-2026 Tidewater Press <Reprints> & Daughters. First printed in The Tidewater Ledger, ' +
    'https://ledger.example/2026/ferry?from=home&part=1 – licence 0198c5b2, to be checked at ' +
    'https://permits.example/licences/0198c5b2',
  licence: {
    id: '0198c5b2',
    verifyUrl: 'https://permits.example/licences/0198c5b2',
    termsUri: 'https://permits.example/terms/web/1',
    expires: null,
  },
  notBefore: null,
  latest: {
    heading: 'Latest news from The Tidewater Ledger',
    items: [
      {
        headline: 'Lamp <out> & on again',
        summary: 'The lighthouse blinked twice.',
        url: 'https://ledger.example/2026/lamp?a=1&b=2',
      },
      { headline: 'Herring late', summary: null, url: 'https://ledger.example/2026/herring' },
    ],
  },
};

/** A language that runs from right to left, quoting one that does not. */
const library: Licensed = {
  articleId: '0198c5a0-2222-7000-8000-000000000002',
  version: 1,
  headline: 'مكتبة المدينة تفتح أبوابها ليلاً',
  byline: 'بقلم مكتب الميناء',
  dateline: 'الميناء',
  summary: null,
  language: 'ar',
  canonicalUrl: 'https://minaa.example/2026/maktaba',
  publishedAt: Date.UTC(2026, 0, 2, 18, 0),
  publication: { name: 'صحيفة الميناء', url: 'https://minaa.example/' },
  copyright: { holder: 'دار الميناء', year: 2026 },
  correctionNote: null,
  body: body(`
    <p>بقيت الأضواء مشتعلة حتى منتصف الليل (للمرة الأولى) في القاعة الكبرى.</p>
    <blockquote lang="en"><p>Quiet, but never empty.</p></blockquote>
    <ul><li>الطابق الأول</li><li>الطابق الثاني</li></ul>`),
  ...UNSHAPED,
  images: [],
  footer:
    '© 2026 دار الميناء. نُشر أولاً في صحيفة الميناء: https://minaa.example/2026/maktaba – ' +
    'الترخيص 0198c5b3 https://permits.example/licences/0198c5b3',
  licence: {
    id: '0198c5b3',
    verifyUrl: 'https://permits.example/licences/0198c5b3',
    termsUri: 'https://permits.example/terms/web/1',
    expires: null,
  },
  notBefore: null,
  latest: null,
};

export const samples: Readonly<Record<string, Licensed>> = { ferry, library };
