import { formatInstant } from '../../domain/instant.ts';
import type { UseDocument } from '../../domain/use.ts';
import type { showLicence } from '../../services/licences/verify-licence.ts';
import { element, page } from '../page.ts';

type Licence = Awaited<ReturnType<typeof showLicence>> & {};

/** What a licence says and whether it holds, without a script. */
export function licencePage(licence: Licence): string {
  const facts: [string, string][] = [
    ['Answer', standing(licence)],
    ['Story', `${headline(licence)} (version ${licence.version})`],
    ['First published', isHeld(licence) ? '' : licence.canonicalUrl],
    ['Publication', licence.publication],
    ['Copyright', licence.copyrightHolder],
    ['Licensed to', `${licence.outlet}: ${licence.origins.join(', ')}`],
    ...useFacts(licence.use as UseDocument),
    ['From', formatInstant(licence.from)],
    ['Until', formatInstant(licence.until)],
    ['Footer', isHeld(licence) ? '' : licence.footer],
    ['Terms', `${licence.termsSlug}, version ${licence.termsVersion}`],
    ['As of', formatInstant(licence.asOf)],
    ['Licence', licence.id],
  ];
  const shown = facts.filter(([, value]) => value !== '');
  return page(
    licence.articleKilled || licence.state !== 'active' ? 'Not licensed' : 'Licensed reprint',
    element(
      'dl',
      {},
      ...shown.flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)]),
    ),
  );
}

/** A story under embargo is not told to whoever knows a licence's id; its URL often spells it. */
function isHeld({ embargoUntil, asOf }: Licence): boolean {
  return embargoUntil !== null && embargoUntil > asOf;
}

function headline(licence: Licence): string {
  return isHeld(licence) ? 'Under embargo' : licence.headline;
}

function standing({ articleKilled, state, successor, from, asOf }: Licence): string {
  if (articleKilled) return 'The publication has taken this story back. It must be removed.';
  if (state === 'revoked') return 'This licence was revoked.';
  if (state === 'expired') return 'This licence has ended.';
  if (state === 'superseded') return `Another licence has taken its place: ${successor}.`;
  return from > asOf ? 'This licence has not begun yet.' : 'This licence is in force.';
}

function useFacts(use: UseDocument): [string, string][] {
  return [
    ['Media', use.media.join(', ')],
    ['Territories', use.territories.join(', ')],
    ['Except in', use.excludeTerritories?.join(', ') ?? ''],
    ['Languages', use.languages.join(', ')],
    ['Edits', use.edits],
    ['Images', use.images],
  ];
}
