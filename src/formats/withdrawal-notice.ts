import { h } from 'hastscript';
import { oneLine } from '../domain/characters.ts';
import { type TakenBack, withdrawalSentence } from '../domain/withdrawal-notice.ts';
import { writeHtml } from '../intake/index.ts';

/** What may stand where a story was: a page that shows it, and nothing of the text, counts as gone. */
export interface WithdrawalNotice {
  text: string;
  /** A paragraph that carries the placement's id, by which it is known whatever the page makes of it. */
  html: string;
}

export function withdrawalNotice(about: {
  why: TakenBack;
  publication: string;
  language: string;
  placement: string;
}): WithdrawalNotice {
  const { why, publication, language, placement } = about;
  const text = oneLine(withdrawalSentence(why, publication, language));
  const properties = {
    className: ['imprimatur-withdrawn'],
    dataImprimaturPlacement: placement,
  };
  return { text, html: writeHtml([h('p', properties, text)]) };
}
