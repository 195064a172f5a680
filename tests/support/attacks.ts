import { ADDRESSES } from './attacks/addresses.ts';
import { DOCUMENTS } from './attacks/documents.ts';
import { EVENTS } from './attacks/events.ts';
import { FOREIGN } from './attacks/foreign.ts';
import { MUTATIONS } from './attacks/mutations.ts';
import { SCRIPTS } from './attacks/scripts.ts';
import { STYLES } from './attacks/styles.ts';

const FAMILIES = [ADDRESSES, DOCUMENTS, EVENTS, FOREIGN, MUTATIONS, SCRIPTS, STYLES];

/**
 * HTML that calls `pwned()` in a browser, of now or of once, that shows it uncleaned, or after a
 * cleaner that reads it otherwise than browsers do.
 *
 * @see https://cheatsheetseries.owasp.org/cheatsheets/XSS_Filter_Evasion_Cheat_Sheet.html
 */
export const ATTACKS: readonly { name: string; html: string }[] = FAMILIES.flatMap((family) =>
  Object.entries(family).map(([name, html]) => ({ name, html })),
);
