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
