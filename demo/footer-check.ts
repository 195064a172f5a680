import { confirm } from './confirm.ts';
import { LAST_WORDS, YEARS } from './stories.ts';

/** The notice follows the story's last words, once, with the right years, and is the licence's. */
export function confirmFooter(text: string, footer: string): void {
  const body = text.indexOf(LAST_WORDS);
  const notice = text.indexOf(footer);
  confirm('The footer stands after the body.', body >= 0 && notice > body, text);
  const notices = text.split('©').length - 1;
  confirm('It stands there exactly once.', notices === 1, text);
  confirm(`Its years are ${YEARS}.`, footer.startsWith(`© ${YEARS} `), footer);
}
