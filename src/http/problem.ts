/** What an error code means on the wire. */
export interface Problem {
  status: number;
  /** The same for every occurrence (RFC 9457 section 3.1.3). */
  title: string;
  /** For the person who opens the problem's address. */
  explanation: string;
}

/** A thing that is not there, or not for this key. */
export function notFound(thing: string): Problem {
  return {
    status: 404,
    title: `No such ${thing}`,
    explanation:
      'There is nothing with this id or name, or nothing that this key may see. Ids are compared as a whole, so check for a part cut off.',
  };
}

/** Nobody is known to be asking. */
export function unauthenticated(title: string, explanation: string): Problem {
  return { status: 401, title, explanation };
}

/** A licence that is there and does not hold. */
export function notInForce(state: string, explanation: string): Problem {
  return { status: 403, title: `The licence is ${state}`, explanation };
}
