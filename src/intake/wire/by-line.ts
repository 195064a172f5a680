const LONGEST = 120;
const MOST_WORDS = 12;

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

/** “By the harbour desk”, “Von unserer Hafenredaktion”: small letters, but nobody's sentence. */
const DESK =
  /(?:desk|staff|team|bureau|newsroom|reporters?|correspondents?|writers?|editors?|agency|redaktion|redaktionen|redaksjon(?:en)?|redactie|r[ée]daction|redacci[oó]n|redazione|reda[cç][aã]o|redakcj[ai]|korrespondent(?:en|in)?|mitarbeitern?)$/iu;
const NAME = /^["“„«]?[\p{Lu}\p{Lt}\p{Lo}]/u;
const ENDS_SENTENCE = /[.!?…。！？]["”»]?$/u;
/** “Jr.” and initials end with a full stop that ends no sentence. */
const ABBREVIATED = /(?:\b(?:Jr|Sr|Dr)|\b\p{Lu})\.$/u;

/**
 * Whether a line says who wrote the story: `By the harbour desk`, in English or in the story's own
 * language.
 *
 * @param language BCP 47
 */
export function isByLine(text: string, language: string): boolean {
  if (text.length > LONGEST || text.split(' ').length > MOST_WORDS) return false;
  const [, mark = '', who = ''] = patternFor(language).exec(text) ?? [];
  if (who === '' || (ENDS_SENTENCE.test(who) && !ABBREVIATED.test(who))) return false;
  return NAME.test(who) || DESK.test(who) || /\S/.test(mark);
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
