import type { Sample } from './sample.ts';

export const hungarian: readonly Sample[] = [
  {
    name: 'hu-wire',
    headline: 'Visszatért az éjszakai komp a régi rakpartra',
    language: 'hu',
    path: 'hu/2026/komp',
    publishedAt: '2026-03-14T05:30:00Z',
    body: {
      text: `Írta: a kikötői rovat

ÚJKIKÖTŐ (Harbour News) – Hat tél után pénteken először kötött ki újra az éjszakai komp a régi rakparton. A fedélzeten száznegyvenen utaztak, a parton fúvószenekar várt az esőben.

A kikötő 2019-ben a konténermedencéhez költöztette a hajót, buszútnyira a várostól.

MI LESZ A CÖLÖPÖKKEL?

„Új cölöpökre számítottunk – közölte a kikötői hivatal. – A régiek másképp gondolták.”

ŐSSZEL ŰRES MARAD A MÓLÓ

A mólót októberben lezárják, és tavasszal nyitják meg újra.

-30-

© 2009-2025 Harbour News Cooperative. Először itt jelent meg: Harbour News, https://harbour-news.example/hu/2026/komp – engedéllyel közölve, engedélyszám: 12, ellenőrizhető itt: https://licences.example/12`,
    },
    carries: [
      'Írta: a kikötői rovat',
      'ÚJKIKÖTŐ (Harbour News) – Hat tél után pénteken',
      'MI LESZ A CÖLÖPÖKKEL?',
      'ŐSSZEL ŰRES MARAD A MÓLÓ',
      'engedéllyel közölve',
    ],
    lacks: ['-30-', '2009-2025'],
  },
  {
    name: 'hu-html',
    headline: 'Őszi árvíztűrő tükörfúrógép a múzeumban',
    language: 'hu',
    path: 'hu/2026/furogep',
    publishedAt: '2026-10-23T08:00:00Z',
    body: {
      html: `<div><p style="text-align:justify">A múzeum olyan gépet állít ki, amelynek a <em>nevét</em> mindenki ismeri, de még senki sem látta.</p>
<p>&nbsp;</p><ul><li>Árvíztűrő: kétszer is.</li><li>Tükröt fúr, ha kell.</li></ul>
<p>A belépő <del>800</del> <ins>600</ins> forint&#8203;, diákoknak ingyenes.</p></div>`,
    },
    carries: ['amelynek a nevét mindenki ismeri', 'Tükröt fúr, ha kell.', 'diákoknak ingyenes.'],
    lacks: ['\u200b'],
  },
];
