import type { Filed } from './delivery.ts';

/** What the service is answered. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/**
 * - `applied`  the site is in this state now
 * - `ignored`  it is in this or in a newer one already
 * - `sample`   a trial of the way, which was understood
 */
export type Outcome = 'applied' | 'ignored' | 'sample';

export function done(outcome: Outcome, { id, url }: Filed = {}): Answer {
  return json(200, 'application/json', { outcome, ...(id && { id }), ...(url && { url }) });
}

/** An RFC 9457 problem. The service shows it to people, so that it says what to do. */
export function problem(status: number, title: string, detail: string): Answer {
  return json(status, 'application/problem+json', { type: 'about:blank', title, status, detail });
}

function json(status: number, mediaType: string, body: object): Answer {
  const headers = { 'content-type': mediaType, 'cache-control': 'no-store' };
  return { status, headers, body: JSON.stringify(body) };
}

/** Why a message is not taken; the service acts on the status. */
export const REFUSALS = {
  unsigned: problem(
    400,
    'Not signed',
    'The headers webhook-id, webhook-timestamp and webhook-signature are needed, each once.',
  ),
  forged: problem(
    401,
    'Wrong signature',
    'No signature fits a secret that this receiver knows. Check that both sides have the same one.',
  ),
  stale: problem(
    401,
    'Signed at another time',
    'The message was signed more than 5 minutes from now. Check the clocks of both sides.',
  ),
  unreadable: problem(
    422,
    'Not understood',
    'The message is signed, but it is no state of a placement that this receiver knows.',
  ),
  tooLarge: problem(413, 'Too large', 'The message is larger than this receiver takes.'),
  notPosted: problem(405, 'Not posted', 'Messages are posted here.'),
  failed: problem(500, 'Failed here', 'The text could not be filed now. Send it again later.'),
} as const satisfies Record<string, Answer>;
