import type { Permission, Story } from '../../src/formats/format.ts';
import { readBody } from '../../src/intake/index.ts';
import { intakeOf } from '../support/intake-of.ts';
import { UNSHAPED } from '../support/unshaped.ts';

const SENTENCES = [
  'The harbour council voted on Monday to keep the old ferry running for another winter.',
  'Passengers had asked for it in letters, at meetings and, once, with a brass band on the quay.',
  'The new boat is faster and quieter, but it cannot cross when ice forms along the shore.',
  'Engineers say that a second hull plate would help; the treasurer says that it would not pay.',
  'A school on the far side counts on the crossing, and so do two bakeries and a clinic.',
  'Nobody expects the question to be settled before the days grow longer again.',
];
const PARAGRAPHS = 17;
const SENTENCES_EACH = 4;

/** HTML of about a thousand words, with what real articles have in it. */
export function sampleHtml(): string {
  const blocks = Array.from({ length: PARAGRAPHS }, (_, at) => `${inset(at)}<p>${prose(at)}</p>`);
  return blocks.join('\n');
}

function prose(paragraph: number): string {
  const sentences = Array.from(
    { length: SENTENCES_EACH },
    (_, at) => SENTENCES[(paragraph * SENTENCES_EACH + at) % SENTENCES.length] ?? '',
  );
  const [first = '', second = '', ...rest] = sentences;
  const linked = `<a href="https://harbour.example/minutes/${paragraph}">${first}</a>`;
  return [linked, `<em>${second}</em>`, ...rest].join(' ');
}

function inset(paragraph: number): string {
  if (paragraph === 5) return '<h2>What the winter brings</h2>\n';
  if (paragraph === 9) return '<blockquote><p>“We have waited for worse boats.”</p></blockquote>\n';
  if (paragraph === 13) return '<ul><li>Forty crossings a week</li><li>Two crews</li></ul>\n';
  return '';
}

/** The same as a story that is ready to be printed. */
export function sampleStory(): Story {
  return {
    ...{ articleId: '0198c5a4-6f4e-7c1b-9a52-3d0f8e7b6a12', version: 1, language: 'en' },
    ...{ headline: 'The ferry stays', byline: 'By the harbour desk', dateline: 'OSLO' },
    ...{ summary: null, correctionNote: null, images: [] },
    canonicalUrl: 'https://harbour.example/ferry/1',
    publishedAt: Date.UTC(2026, 2, 1, 6),
    publication: { name: 'The Harbour', url: 'https://harbour.example' },
    copyright: { holder: 'Harbour Press', year: 2026 },
    body: readBody(intakeOf({ html: sampleHtml() }).html),
    ...UNSHAPED,
    latest: {
      heading: 'Latest news from The Harbour',
      items: [1, 2, 3, 4, 5].map((at) => ({
        headline: `Another story of the quay, number ${at}`,
        summary: 'What it is about, in one sentence.',
        url: `https://harbour.example/quay/${at}`,
      })),
    },
  };
}

/** A licence of one among many outlets. */
export function samplePermission(outlet: number): Permission {
  const id = `0198c5a4-6f4e-7c1b-9a52-${outlet.toString(16).padStart(12, '0')}`;
  const verifyUrl = `https://rights.example/licences/${id}`;
  return {
    footer: `© 1998-2026 Harbour Press. Licence ${id}, to be checked at ${verifyUrl}`,
    licence: { id, verifyUrl, termsUri: 'https://rights.example/terms/web/1', expires: null },
    notBefore: null,
  };
}
