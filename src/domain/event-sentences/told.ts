/** The members of an event's `before` or `after`. */
export type Facts = Readonly<Record<string, unknown>>;

/** An event as the one who puts it into words sees it. */
export interface Told {
  /** Dotted, in the past tense: `article.corrected`. */
  type: string;
  subject: { kind: string; id: string };
  before: Facts;
  after: Facts;
  /** The outlet's name and the article's headline as they are today, where the event is about them. */
  names: { outlet: string | null; article: string | null };
}

/** Puts one type of event into words that end with a full stop. */
export type Sentence = (told: Told) => string;

/** A fact that is a text or a number, as text; empty for anything else. */
export function wordOf(facts: Facts, name: string): string {
  const value = facts[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** A fact after its introduction, or nothing: `phrase(after, 'until', ' until ')`. */
export function phrase(facts: Facts, name: string, before: string, after = ''): string {
  const word = wordOf(facts, name);
  return word && `${before}${word}${after}`;
}

/** What somebody gave as the reason, or else as a note, as the end of a sentence. */
export function because(facts: Facts): string {
  const why = wordOf(facts, 'reason') || wordOf(facts, 'note');
  return why ? `: ${withoutStop(why)}.` : '.';
}

/** A list of texts as a person writes it; empty for anything else. */
export function listed(facts: Facts, name: string): string {
  const value = facts[name];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string').join(', ') : '';
}

/** The article by its headline, or as a thing without a name. */
export function theArticle({ names }: Told): string {
  return names.article === null ? 'The article' : `“${names.article}”`;
}

/** The outlet by its name, or as a thing without a name. */
export function theOutlet({ names }: Told): string {
  return names.outlet ?? 'The outlet';
}

/** Messages end with a full stop of their own, or not. */
export function withoutStop(text: string): string {
  return text.trim().replace(/\.$/, '');
}
