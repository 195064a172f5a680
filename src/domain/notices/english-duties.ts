import type { RemovalCause } from './copy-notices.ts';
import type { Duty, DutyNoticeFacts } from './duty-notices.ts';
import type { NoticeWords } from './notice.ts';
import { paragraphs } from './paragraphs.ts';

/** What outlets owe for texts, in English. */
export const DUTY_NOTICES_EN: {
  readonly [Kind in keyof DutyNoticeFacts]: (facts: DutyNoticeFacts[Kind]) => NoticeWords;
} = {
  'copy-reported': ({ headline, outlet, url, why }) => ({
    subject: `Reported as published, and to be taken down: ${headline}`,
    body: paragraphs(
      `${outlet} says that "${headline}" runs at ${url}.`,
      `${WHY_GONE[why]} The copy has to be taken down.`,
    ),
  }),
  'duty-overdue': ({ headline, duty, until }) => ({
    subject: `Overdue: ${headline}`,
    body: paragraphs(
      `By the terms of your licence you were to ${WHAT_WAS_DUE[duty]} "${headline}" by ${until}, and nothing says that you have.`,
      HOW_TO_MEET[duty],
    ),
  }),
  'duties-overdue': ({ headline, duty, outlets }) => ({
    subject: `Overdue at ${outlets.length === 1 ? outlets[0]?.name : `${outlets.length} outlets`}: ${headline}`,
    body: paragraphs(
      `By the terms of their licences these outlets were to ${WHAT_WAS_DUE[duty]} "${headline}", and nothing says that they have:`,
      outlets.map(({ name, until }) => `${name}, by ${until}`).join('\n'),
      'They were told. The placements that are overdue are at GET /v1/placements?overdue=true.',
    ),
  }),
};

const WHY_GONE: Readonly<Record<RemovalCause, string>> = {
  killed: 'The story was killed by its publication.',
  withheld: 'The story is withheld and must not be used until it is released.',
  revoked: 'Its licence was revoked.',
  suspended: 'Its licence is suspended.',
  expired: 'Its licence has expired.',
};

const WHAT_WAS_DUE: Readonly<Record<Duty, string>> = {
  report: 'report where it has published',
  removal: 'take down',
  correction: 'correct',
};

const HOW_TO_MEET: Readonly<Record<Duty, string>> = {
  report: 'Send a receipt with the address of the published page, or answer deliveries with it.',
  removal: 'Take every copy down and confirm it.',
  correction: 'Bring the copy to the newest version and confirm it.',
};
