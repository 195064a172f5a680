import type { ElementContent } from 'hast';
import type { LinkState, ShownLink, useLink } from '../../services/placements/follow-link.ts';
import { element, page } from '../page.ts';
import { factList } from './fact-list.ts';

type Followed = Awaited<ReturnType<typeof useLink>>;

/** What is to be confirmed, and a button: to follow a link confirms nothing. */
export function confirmPage(link: ShownLink, token: string): string {
  if (link.state !== 'open') return closedPage(link, link.state);
  return page(
    link.operation === 'withdraw' ? 'Is this text gone?' : 'Is this text corrected?',
    aboutOf(link),
    element('p', {}, askedOf(link)),
    element(
      'form',
      { action: token, method: 'post' },
      element('label', { htmlFor: ['note'] }, 'A remark, if there is one'),
      element('textarea', { id: 'note', name: 'note', rows: 3 }),
      element('button', {}, link.operation === 'withdraw' ? 'It is gone' : 'It is corrected'),
    ),
  );
}

/** What came of pressing the button. */
export function confirmedPage(followed: Followed): string {
  if (!followed.confirmed) {
    return closedPage(followed, followed.state === 'open' ? 'overtaken' : followed.state);
  }
  const thanks = `Thank you. ${followed.publication} can see that it is done.`;
  return page('Confirmed', aboutOf(followed), element('p', {}, thanks));
}

const CLOSED: Readonly<Record<Exclude<LinkState, 'open'>, string>> = {
  used: 'This link was used before. It was confirmed then, and there is nothing more to do.',
  confirmed: 'It is confirmed already, and there is nothing more to do.',
  expired:
    'This link is more than 90 days old and does not work any more. Write to the publication, or confirm it with an API key.',
  overtaken:
    'Something else is wanted of this copy by now. Look for a newer mail from us; its link is the one that counts.',
};

function closedPage(link: ShownLink, state: Exclude<LinkState, 'open'>): string {
  return page('Nothing to confirm here', aboutOf(link), element('p', {}, CLOSED[state]));
}

function aboutOf({ headline, canonicalUrl, publication, outletName }: ShownLink): ElementContent {
  return factList([
    ['Story', headline],
    ['First published', canonicalUrl],
    ['Publication', publication],
    ['Copy of', outletName],
  ]);
}

function askedOf({ operation, outletName, version }: ShownLink): string {
  if (operation === 'withdraw') {
    return `Press the button once every copy at ${outletName} is taken down: on its pages, in its apps, and wherever it is kept for publication.`;
  }
  return `Press the button once every copy at ${outletName} has the text of version ${version}.`;
}
