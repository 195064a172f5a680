import type { Sample } from './sample.ts';

export const german: readonly Sample[] = [
  {
    name: 'de-wire',
    headline: 'Nachtfähre legt wieder am alten Kai an',
    language: 'de',
    path: 'de/2026/nachtfaehre',
    publishedAt: '2026-03-14T05:30:00Z',
    body: {
      text: `Von unserer Hafenredaktion

NEUHAFEN (Harbour News) – Zum ersten Mal seit sechs Wintern hat die Nachtfähre am Freitag wieder am alten Kai festgemacht. An Bord waren 140 Leute, an Land wartete eine Blaskapelle im Regen.

Der Hafen hatte das Schiff 2019 ins Containerbecken verlegt, eine Busfahrt vor der Stadt.

GROSSE FRAGEN AUF DER STRAßE

„Wir hatten mit neuen Pfählen gerechnet“, heißt es im Hafenamt. „Die alten wussten es besser.“

ÄRGER ÜBER ÖL

Ein dünner Film schimmert noch im Becken; die Feuerwehr sperrt ihn ab.

ENDE

© 2009-2025 Harbour News Cooperative. Zuerst erschienen bei Harbour News: https://harbour-news.example/de/2026/nachtfaehre – Nachdruck mit Genehmigung, Lizenz 12, zu prüfen unter https://licences.example/12`,
    },
    carries: [
      'Von unserer Hafenredaktion',
      'NEUHAFEN (Harbour News) – Zum ersten Mal seit sechs Wintern',
      'GROSSE FRAGEN AUF DER STRAßE',
      '„Wir hatten mit neuen Pfählen gerechnet“, heißt es im Hafenamt.',
      'Zuerst erschienen bei Harbour News',
    ],
    lacks: ['ENDE', '2009-2025'],
  },
  {
    name: 'de-html',
    headline: 'Die Uhr geht nach – um genau einen Tag',
    language: 'de-AT',
    path: 'de/2026/uhr',
    publishedAt: '2026-11-01T00:30:00+01:00',
    summary: 'Im Rathausturm fehlt seit der Zeitumstellung ein Dienstag.',
    images: [
      {
        url: 'https://img.harbour-news.example/uhr.jpg',
        caption: 'Das Zifferblatt von Süden.',
        credit: 'Foto: Harbour News',
        alt: 'Ein Zifferblatt',
      },
    ],
    body: {
      html: `<article><header><h1>Die Uhr geht nach – um genau einen Tag</h1></header>
<p><strong>Neuhafen (Harbour News)</strong> – Seit der Zeitumstellung zeigt die Turmuhr den Vortag an.<br>Der Türmer hat es als Erster gemerkt: Am Dienstag kam der Bäcker nicht.</p>
<table><thead><tr><th>Tag</th><th>Uhr</th></tr></thead><tbody><tr><td>Mittwoch</td><td>Dienstag</td></tr></tbody></table>
<p>Maß und Gewicht seien nicht betroffen, teilt das Amt mit.</p><p>***</p></article>`,
    },
    carries: [
      'Seit der Zeitumstellung zeigt die Turmuhr den Vortag an.',
      'Am Dienstag kam der Bäcker nicht.',
      'Das Zifferblatt von Süden.',
      'Maß und Gewicht seien nicht betroffen',
    ],
    lacks: ['***'],
  },
];
