import { formatInstant } from '../../domain/instant.ts';
import { readTerms } from '../../domain/terms-document.ts';
import { termsSentences } from '../../domain/terms-sentences/index.ts';
import type { UseDocument } from '../../domain/use.ts';
import type { showLicence } from '../../services/licences/show-licence.ts';
import { element, page } from '../page.ts';
import { type Fact, factList } from './fact-list.ts';
import { useFacts } from './use-facts.ts';

type Licence = Awaited<ReturnType<typeof showLicence>> & {};

/** What a licence says and whether it holds, without a script. */
export function licencePage(licence: Licence, publicUrl: string): string {
  const sentences = termsSentences(readTerms(JSON.parse(licence.termsDocument)));
  return page(
    isInForce(licence) ? 'Licensed reprint' : 'Not licensed',
    factList(facts(licence)),
    element('h2', {}, 'Terms'),
    element('ul', {}, ...sentences.map(({ text }) => element('li', {}, text))),
    element(
      'p',
      {},
      ...['These are the terms ', element('a', { href: termsHref(licence) }, termsName(licence))],
      ...[', which say how each of them is held. The outlet and the publication can print a '],
      element('a', { href: `${publicUrl}/v1/licences/${licence.id}/certificate` }, 'certificate'),
      '.',
    ),
    element('p', {}, element('a', { href: `${publicUrl}/verify` }, 'Check another licence')),
  );
}

function facts(licence: Licence): Fact[] {
  return [
    ['Answer', standing(licence)],
    [licence.feed ? 'Stories' : 'Story', name(licence)],
    [licence.feed ? 'Published at' : 'First published', isHeld(licence) ? '' : licence.subject.url],
    ['Publication', licence.publication],
    ['Copyright', licence.copyrightHolder],
    ['Licensed to', `${licence.outlet}: ${licence.origins.join(', ')}`],
    ...useFacts(licence.use as UseDocument),
    ['From', formatInstant(licence.from)],
    ['Until', formatInstant(licence.until)],
    [licence.feed ? 'Footer of each' : 'Footer', isHeld(licence) ? '' : licence.footer],
    ['As of', formatInstant(licence.asOf)],
    ['Licence', licence.id],
    ['In the log', logged(licence)],
  ];
}

function isInForce({ articleKilled, outletSuspended, state, from, asOf }: Licence): boolean {
  return !articleKilled && !outletSuspended && state === 'active' && from <= asOf;
}

/** A story under embargo is not told to whoever knows a licence's id; its URL often spells it. */
function isHeld({ embargoUntil, asOf }: Licence): boolean {
  return embargoUntil !== null && embargoUntil > asOf;
}

function name(licence: Licence): string {
  return isHeld(licence) ? `Under embargo (version ${licence.version})` : licence.subject.name;
}

function standing(licence: Licence): string {
  const { articleKilled, outletSuspended, state, successor, from, asOf } = licence;
  if (state === 'superseded') return `Another licence has taken its place: ${successor}.`;
  if (articleKilled) return 'The publication has taken this story back. It must be removed.';
  if (state === 'revoked') return 'This licence was revoked.';
  if (state === 'expired') return 'This licence has ended.';
  if (outletSuspended) return 'The outlet is suspended, and so are its licences.';
  if (state === 'suspended') return 'This licence is suspended.';
  return from > asOf ? 'This licence has not begun yet.' : 'This licence is in force.';
}

function logged({ log }: Licence): string {
  if (log === undefined) return 'Not yet.';
  return `Entry ${log.index} of ${log.origin}. Whoever holds the licence can prove it.`;
}

function termsName({ termsSlug, termsVersion }: Licence): string {
  return `“${termsSlug}”, version ${termsVersion}`;
}

function termsHref({ termsSlug, termsVersion }: Licence): string {
  return `/terms/${termsSlug}/${termsVersion}.html`;
}
