import type { DestinationNoticeFacts, StopCause } from './destination-notices.ts';
import type { NoticeWords } from './notice.ts';
import { paragraphs } from './paragraphs.ts';

/** What became of destinations, in English. */
export const DESTINATION_NOTICES_EN: {
  readonly [Kind in keyof DestinationNoticeFacts]: (
    facts: DestinationNoticeFacts[Kind],
  ) => NoticeWords;
} = {
  'destination-failing': ({ outlet, where, since, daysLeft }) => ({
    subject: `Nothing arrives at ${outlet}: ${where}`,
    body: paragraphs(
      `Since ${since} nothing but failures has come back from ${where} of ${outlet}. It is tried on, ever more rarely.`,
      `If nothing arrives, deliveries stop in ${daysLeft === 1 ? '1 day' : `${daysLeft} days`}.`,
      'Send a test to see what is wrong, and resume the destination once that is put right: what waits is then sent at once.',
    ),
  }),
  'destination-stopped': ({ outlet, where, cause, note }) => ({
    subject: `Deliveries to ${outlet} have stopped: ${where}`,
    body: paragraphs(
      `${WHAT_HAPPENED[cause]} Nothing new is sent to ${where} of ${outlet} until somebody has seen to it.`,
      `What was answered: ${note}`,
      `${WHAT_TO_DO[cause]} Then resume the destination: what waits is sent at once.`,
      'Stories that are killed or withheld are still taken back there.',
    ),
  }),
  'placements-given-up': ({ outlet, where, placements, lastError }) => ({
    subject: `Not taken at ${outlet}: ${placements === 1 ? '1 article' : `${placements} articles`}`,
    body: paragraphs(
      `${placements === 1 ? '1 article was' : `${placements} articles were`} tried at ${where} of ${outlet} until it was no use, and nothing more is tried by itself.`,
      `What came back last: ${lastError}`,
      'Send a test to see what is wrong. Once that is put right, have them sent again: POST /v1/replays with the class "dead".',
    ),
  }),
};

const WHAT_HAPPENED: Readonly<Record<StopCause, string>> = {
  gone: 'The system there says that this address is gone for good.',
  credentials: 'The system there does not accept our signature.',
  failing: 'For days nothing but failures came back.',
};

const WHAT_TO_DO: Readonly<Record<StopCause, string>> = {
  gone: 'Save the address that holds now.',
  credentials: 'Compare the secret on both sides, or have a new one made.',
  failing: 'Send a test to see what is wrong.',
};
