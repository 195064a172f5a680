import { DomainError } from '../../../src/domain/errors.ts';
import { DEFAULT_FOOTER_TEMPLATE, renderFooter } from '../../../src/domain/footer.ts';
import type { Permission, Story } from '../../../src/formats/format.ts';
import { formats } from '../../../src/formats/index.ts';
import { readBody, type Submission, takeIn } from '../../../src/intake/index.ts';

const CANONICAL_URL = 'https://ledger.example/2026/ferry';
const LICENCE = {
  id: '01890a5d-ac96-774b-bcce-b302099a8057',
  verifyUrl: 'https://rights.example/licences/01890a5d-ac96-774b-bcce-b302099a8057',
  termsUri: 'https://rights.example/terms/web/1',
  expires: null,
};

/** The one picture of a hostile story; whatever else a page asks for, the attack wanted. */
export const IMAGE_URL = 'https://ledger.example/quay.png';

type Body = Pick<Submission, 'body' | 'intake'>;

/**
 * What an outlet prints where every word that the house and its partners can choose is an attack:
 * once as HTML, once word for word, once as a wire text. What intake refuses is not printed.
 */
export function hostilePrints(attack: string, format: string): string[] {
  return printsOf(attack, format, [
    { body: { html: `<p>Before.</p>${attack}<p>After.</p>` }, intake: 'auto' },
    { body: { html: attack }, intake: 'verbatim' },
    { body: { text: `Before.\n\n${attack}\n\nAfter.` }, intake: 'auto' },
  ]);
}

/** What it prints where the attack is in the body alone, as HTML and as text. */
export function hostileBodies(attack: string, format: string): string[] {
  const bodies: Body[] = [
    { body: { html: attack }, intake: 'auto' },
    { body: { text: attack }, intake: 'verbatim' },
  ];
  return printsOf('Words', format, bodies);
}

function printsOf(words: string, format: string, bodies: readonly Body[]): string[] {
  const found = formats.get(format);
  if (!found) throw new Error(`no format is called ${format}`);
  return bodies
    .map((body) => hostileStory(words, body))
    .filter((story) => story !== null)
    .map((story) => found.compose(story)(permissionOf(words)));
}

function hostileStory(attack: string, { body, intake }: Body) {
  const words = { headline: attack, byline: attack, dateline: attack };
  const facts = { canonicalUrl: CANONICAL_URL, language: 'en', images: [IMAGE_URL] };
  const house = { names: [attack], footers: [], latestHeadings: [] };
  const taken = refusedAsNull(() => takeIn({ body, intake, ...words, ...facts }, house));
  return taken && storyOf(attack, taken);
}

function storyOf(attack: string, taken: ReturnType<typeof takeIn>): Story {
  const latest = { headline: attack, summary: attack, url: 'https://ledger.example/2026/other' };
  return {
    articleId: '01890a5d-ac96-774b-bcce-b302099a8056',
    version: 2,
    headline: attack,
    byline: taken.byline,
    dateline: taken.dateline,
    summary: attack,
    language: 'en',
    canonicalUrl: CANONICAL_URL,
    publishedAt: Date.UTC(2026, 2, 1, 6),
    publication: { name: attack, url: 'https://ledger.example/' },
    copyright: { holder: attack, year: 2026 },
    correctionNote: attack,
    body: readBody(taken.html),
    isExtract: true,
    credit: { byline: attack, line: attack, position: 'bottom', tail: attack },
    edits: null,
    images: [{ url: IMAGE_URL, caption: attack, credit: attack, alt: attack }],
    latest: { heading: attack, items: [latest] },
  };
}

function permissionOf(attack: string): Permission {
  const template = `${attack.replace(/[{}]/g, '')} ${DEFAULT_FOOTER_TEMPLATE}`;
  const names = { publication: attack, holder: attack, headline: attack };
  const { id, verifyUrl } = LICENCE;
  const facts = { years: '2009-2026', canonicalUrl: CANONICAL_URL, licenceId: id, verifyUrl };
  const footer = renderFooter(template, { ...names, ...facts });
  return { footer, licence: LICENCE, notBefore: Date.UTC(2026, 2, 2, 6) };
}

function refusedAsNull<T>(take: () => T): T | null {
  try {
    return take();
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
