/** Why a publication takes a story of its own back. */
export type TakenBack = 'killed' | 'withheld';

type Sentences = Readonly<Record<TakenBack, (publication: string) => string>>;

/** By the language's primary subtag (BCP 47). The headline is left out: it may be what was wrong. */
const SENTENCES: Readonly<Record<string, Sentences>> = {
  en: {
    killed: (name) => `A story that stood here was withdrawn by ${name}.`,
    withheld: (name) => `A story that stood here is withheld by ${name} until further notice.`,
  },
  da: {
    killed: (name) => `En artikel, der stod her, er trukket tilbage af ${name}.`,
    withheld: (name) => `En artikel, der stod her, er indtil videre tilbageholdt af ${name}.`,
  },
  de: {
    killed: (name) => `Ein Artikel, der hier stand, wurde von ${name} zurückgezogen.`,
    withheld: (name) =>
      `Ein Artikel, der hier stand, wird von ${name} bis auf Weiteres zurückgehalten.`,
  },
  es: {
    killed: (name) => `Un artículo publicado aquí ha sido retirado por ${name}.`,
    withheld: (name) =>
      `Un artículo publicado aquí ha sido retenido por ${name} hasta nuevo aviso.`,
  },
  fr: {
    killed: (name) => `Un article publié ici a été retiré par ${name}.`,
    withheld: (name) => `Un article publié ici est suspendu par ${name} jusqu’à nouvel ordre.`,
  },
  nb: {
    killed: (name) => `En artikkel som sto her, er trukket tilbake av ${name}.`,
    withheld: (name) => `En artikkel som sto her, holdes inntil videre tilbake av ${name}.`,
  },
  sv: {
    killed: (name) => `En artikel som stod här har dragits tillbaka av ${name}.`,
    withheld: (name) => `En artikel som stod här hålls tills vidare tillbaka av ${name}.`,
  },
};

/**
 * What readers are to find where a story stood that its publication has taken back.
 *
 * @param language of the story (BCP 47); English for one that has no sentence
 */
export function withdrawalSentence(why: TakenBack, publication: string, language: string): string {
  const primary = language.toLowerCase().split('-')[0] ?? '';
  const sentences = SENTENCES[primary === 'no' ? 'nb' : primary] ?? SENTENCES.en;
  if (!sentences) throw new Error('English always has its sentences');
  return sentences[why](publication);
}
