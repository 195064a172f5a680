import { encodingsOf, spellingsOf } from '../../support/spellings.ts';

/** Something that nobody may read anywhere, but where it is shown once by design. */
export interface Secret {
  name: string;
  spellings: string[];
  /** Where it is shown by design, once in each, as the places label it. */
  shownBy: readonly string[];
}

/** Remembers secrets as they come up. */
export interface Secrets {
  all: Secret[];
  /** @returns the secret itself */
  keep(name: string, text: string, ...shownBy: string[]): string;
}

export function openSecrets(): Secrets {
  const all: Secret[] = [];
  return {
    all,
    keep(name, text, ...shownBy) {
      all.push({ name, spellings: everySpelling(text), shownBy });
      return text;
    },
  };
}

/** A secret is out without its prefix too, and where it is base64, so are its bytes. */
function everySpelling(text: string): string[] {
  const bare = text.replace(/^(whsec|imp)_/, '');
  const bytes = Buffer.from(bare, 'base64');
  return [...new Set([...spellingsOf(text), ...spellingsOf(bare), ...encodingsOf(bytes)])];
}
