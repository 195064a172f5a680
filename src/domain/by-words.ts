/** What a by line begins with, by language; the case of the first letter aside. */
const WORDS: Readonly<Record<string, string>> = {
  en: 'by',
  ar: 'بقلم|كتب|كتبت|إعداد',
  cs: 'autor|autorka',
  da: 'af',
  de: 'von',
  es: 'por',
  fa: 'نویسنده|به قلم',
  fi: 'teksti',
  fr: 'par',
  he: 'מאת',
  hu: 'írta|szerző',
  it: 'di',
  ja: '文|記者|執筆',
  ko: '글|기자',
  nb: 'av|tekst',
  nl: 'door',
  nn: 'av|tekst',
  no: 'av|tekst',
  pl: 'autor|autorka',
  pt: 'por',
  ru: 'автор|автора|текст',
  sv: 'av|text',
  th: 'โดย',
  tr: 'yazan|haber',
  uk: 'автор|авторка',
  zh: '记者|記者|作者|文|撰文|本报记者',
};

/** A by line in its parts: what stands between the word and the names, and the names. */
export interface ByLine {
  mark: string;
  who: string;
}

/**
 * Parts `By the harbour desk` into its word and who wrote it, in English or in the story's own
 * language; null for a line that begins otherwise.
 *
 * @param language BCP 47
 */
export function partByLine(text: string, language: string): ByLine | null {
  const [, mark, who] = patternFor(language).exec(text) ?? [];
  return mark === undefined || who === undefined ? null : { mark, who };
}

const patterns = new Map<string, RegExp>();

function patternFor(language: string): RegExp {
  const own = WORDS[language.toLowerCase().split('-')[0] ?? ''];
  const words = [WORDS.en, own].filter(Boolean).join('|');
  const known =
    patterns.get(words) ?? new RegExp(`^(?:${words})(\\s*[:：/／|｜]\\s*|\\s+)(.+)$`, 'iu');
  patterns.set(words, known);
  return known;
}
