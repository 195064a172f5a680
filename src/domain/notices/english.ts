import { COPY_NOTICES_EN } from './english-copies.ts';
import { DESTINATION_NOTICES_EN } from './english-destinations.ts';
import { DUTY_NOTICES_EN } from './english-duties.ts';
import type { NoticeWording } from './notice.ts';
import { paragraphs } from './paragraphs.ts';

/** Every notice in English. */
export const NOTICES_EN: NoticeWording = {
  ...COPY_NOTICES_EN,
  ...DESTINATION_NOTICES_EN,
  ...DUTY_NOTICES_EN,
  'request-waiting': ({ outlet, headline, reasons }) => ({
    subject: `${outlet} asks to reprint: ${headline}`,
    body: paragraphs(`${outlet} asks to reprint "${headline}".`, ...reasons, 'It waits for you.'),
  }),
  'request-granted': ({ headline, note }) => ({
    subject: `You may reprint: ${headline}`,
    body: paragraphs(`Your request to reprint "${headline}" was granted.`, note),
  }),
  'request-refused': ({ headline, note }) => ({
    subject: `Refused: ${headline}`,
    body: paragraphs(`Your request to reprint "${headline}" was refused.`, note),
  }),
  'request-message': ({ from, headline, text }) => ({
    subject: `A message about: ${headline}`,
    body: paragraphs(`${from} writes about the request to reprint "${headline}":`, text),
  }),
  'request-offered': ({ headline, terms, text }) => ({
    subject: `An offer for: ${headline}`,
    body: paragraphs(
      `You may reprint "${headline}" under the terms "${terms}", if you accept them.`,
      text,
    ),
  }),
  'offer-accepted': ({ outlet, headline }) => ({
    subject: `${outlet} accepted your offer: ${headline}`,
    body: paragraphs(`${outlet} accepted your offer for "${headline}". The licence is issued.`),
  }),
  'offer-declined': ({ outlet, headline, text }) => ({
    subject: `${outlet} declined your offer: ${headline}`,
    body: paragraphs(`${outlet} declined your offer for "${headline}".`, text),
  }),
  'licence-revoked': ({ headline, reason }) => ({
    subject: `Revoked, to be removed: ${headline}`,
    body: paragraphs(
      `Your licence to reprint "${headline}" was revoked. Every copy has to be removed.`,
      `The reason given: ${reason}`,
    ),
  }),
  'licence-suspended': ({ headline, reason }) => ({
    subject: `Suspended, to be taken down: ${headline}`,
    body: paragraphs(
      `Your licence to reprint "${headline}" is suspended. Take the text down until it is reinstated.`,
      `The reason given: ${reason}`,
    ),
  }),
  'licence-reinstated': ({ headline, reason }) => ({
    subject: `Reinstated: ${headline}`,
    body: paragraphs(
      `Your licence to reprint "${headline}" is in force again.`,
      `The reason given: ${reason}`,
    ),
  }),
  'licence-renewed': ({ headline, until }) => ({
    subject: `Renewed: ${headline}`,
    body: paragraphs(`Your licence to reprint "${headline}" now runs until ${until}.`),
  }),
  'correction-not-followed': ({ headline, version, note }) => ({
    subject: `Corrected, your copy stays as it is: ${headline}`,
    body: paragraphs(
      `"${headline}" was corrected. Your licence stays on version ${version} and your copy is not changed.`,
      note,
      'Ask for the article again to reprint the corrected text.',
    ),
  }),
  'outlet-suspended': ({ reason }) => ({
    subject: 'Your licences are suspended',
    body: paragraphs(
      'No new text is sent to you, and your licences do not hold, until you are reinstated.',
      `The reason given: ${reason}`,
    ),
  }),
  'outlet-reinstated': ({ reason }) => ({
    subject: 'Your licences hold again',
    body: paragraphs('You are reinstated.', `The reason given: ${reason}`),
  }),
  'key-compromised': ({ kid, reason, licences }) => ({
    subject: 'A signing key is compromised',
    body: paragraphs(
      `The key ${kid} was declared compromised: ${reason}`,
      `${licences === 1 ? '1 licence' : `${licences} licences`} in force: each is issued again under a new key.`,
    ),
  }),
};
