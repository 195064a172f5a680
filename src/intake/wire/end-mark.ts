import { DASH, ROW } from './dashes.ts';

const LONGEST = 100;

/** # # #, ***, ____, -----, = = =, · · ·, however long. */
const IS_ROW = new RegExp(`^${ROW}{2,}$`, 'u');

const WORD =
  '(?:ends?|ende|fin|fine|slut|slutt|vége|koniec|loppu|конец|الختام|النهاية|סוף|完|จบ|more)';
const MARKS: readonly RegExp[] = [
  // -30-, – 30 –, --30--
  new RegExp(`^${DASH}*\\s?(?:30|0)\\s?${DASH}+$`, 'u'),
  // ENDS, (ends), -ends-, /ends/, [END], ends –
  new RegExp(`^[(\\[/*]?${DASH}{0,3}\\s?${WORD}\\s?${DASH}{0,3}[)\\]/*]?$`, 'iu'),
  // Page 2 of 3, Seite 2, - 2 -, 2/3
  /^(?:page|seite|sida|side|pagina|página|strona|oldal|стр\.?|страница|صفحة|עמוד|หน้า|第)\s?\d{1,3}(?:\s?(?:of|von|av|de|di|z|\/|من|מתוך|จาก|页|頁)\s?\d{0,3})?(?:\s?[页頁])?$/iu,
  new RegExp(`^${DASH}\\s?\\d{1,3}\\s?${DASH}$`, 'u'),
  /^\d{1,2}\s?\/\s?\d{1,2}$/u,
];

/**
 * Whether a line only says that a text or a page ends here: `-30-`, `ENDS`, `Page 2 of 3`, a row of
 * dashes.
 */
export function isEndMark(text: string): boolean {
  if (IS_ROW.test(text)) return true;
  if (text.length > LONGEST) return false;
  // “End” alone may be a story's last word; a wire writes it in capitals or between marks.
  if (/^\p{Lu}?\p{Ll}+$/u.test(text) && !/^ends$/i.test(text)) return false;
  return MARKS.some((mark) => mark.test(text));
}
