import type { ErrorCode } from '../domain/errors.ts';
import { notFound, type Problem } from './problem.ts';

/** What can go wrong with destinations and with what is sent to them. */
export const DELIVERY_PROBLEMS = {
  'channel-not-found': {
    status: 422,
    title: 'No such channel',
    explanation: 'A destination names one of the channels that this service delivers through.',
  },
  'destination-implicit': {
    status: 409,
    title: 'This destination is made with its outlet',
    explanation:
      'Every outlet has one destination that stands for the text it takes itself, through the API, a bundle or a feed. It is read like any other, and it is neither added nor changed.',
  },
  'destination-in-use': {
    status: 409,
    title: 'Text was sent to this destination',
    explanation:
      'What was sent there has to be corrected, and taken down if its story is killed, for as long as it may stand. Save the new address, or pause the destination; one that nothing was ever sent to can be removed.',
  },
  'destination-not-found': notFound('destination'),
  'nothing-sent': {
    status: 409,
    title: 'Nothing of this was ever sent',
    explanation:
      'A receipt is about a text that was delivered to the outlet or that it took itself. Of this article there is none yet.',
  },
  'placement-not-found': notFound('placement'),
  'secret-not-used': {
    status: 409,
    title: 'This destination signs with no secret',
    explanation:
      'Only a destination whose messages are signed has a secret that can be replaced. Change its settings instead.',
  },
} as const satisfies Partial<Record<ErrorCode, Problem>>;
