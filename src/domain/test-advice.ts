import type { Outcome, OutcomeClass } from './outcome.ts';

/**
 * What to do about the outcome of a test, for the person who connects an outlet's system.
 *
 * @returns one sentence or more
 */
export function testAdvice({ class: kind, code, status }: Outcome): string {
  const byStatus = status === undefined ? undefined : BY_STATUS[status];
  return byStatus ?? BY_CODE[code] ?? BY_CLASS[kind];
}

const TRUST =
  'Your system has to check the signature with the secret of this destination, over the raw body as it came and before anything parses it, with a clock that is right to five minutes.';

const BY_STATUS: Readonly<Record<number, string>> = {
  400: `Your system could not make sense of the message. If that is about the signature: ${TRUST}`,
  401: `Your system did not trust the message. ${TRUST} If you have lost the secret, have it replaced.`,
  403: `Your system let nobody in. If a password or an address list guards this path, let signed messages through. ${TRUST}`,
  404: 'Nothing answers at this path. Compare the path in the URL with the one that your receiver listens at.',
  405: 'Something answers at this path and takes no POST. Give the URL of the receiver itself, not of a page.',
  408: 'Your system gave up waiting for the message. Look for a proxy before it that holds bodies back.',
  410: 'Your system says that this address is gone for good. Save the one that holds now: real deliveries that get this answer switch the destination off.',
  411: 'Your system wants to know the length in advance, and it was sent. Look for a proxy before it that takes it out.',
  413: 'Even the small sample was too large. Let your system, and a proxy before it, take bodies of 4 MB.',
  415: 'Your system does not take application/json. Let this path take JSON in UTF-8.',
  421: 'The server does not answer for this name. Check which host the name leads to.',
  429: 'Your system asks us to come more slowly. Real deliveries wait as long as it says; you can also set limits on the destination.',
  500: 'Your system failed on the message. Its own log says why.',
  501: 'Your system does not do what was asked of it. Check that the receiver is installed at this path.',
  502: 'A proxy answered: it does not reach the system behind it.',
  503: 'Your system says that it is not available now. Try again later, and look whether it is started.',
  504: 'A proxy answered: the system behind it took too long.',
};

const BY_CODE: Readonly<Record<string, string>> = {
  connect:
    'No connection came about, so nothing was sent. Check the name in the URL and its DNS entry, that the server is started, and that a firewall lets connections in from outside.',
  tls: 'The server was reached and its certificate is not trusted, so nothing was sent. It may have expired, be for another name, be signed by itself, or come without its intermediate certificate.',
  timeout:
    'Your system took the connection and did not answer in time. Have it answer as soon as it has stored the message, and do the work afterwards.',
  network:
    'The connection broke before the answer was whole. Look for a crash in your log, or a proxy that cuts connections off.',
  protocol:
    'What came back is not HTTP as it should be. Check that a web server listens at this port, and what stands before it.',
  'address-not-allowed':
    'Deliveries go to the public internet alone. Check the name in the URL; if it has to be this one, ask those who run this service to allow its network.',
};

const BY_CLASS: Readonly<Record<OutcomeClass, string>> = {
  placed:
    'It works. Answer real articles with a JSON object that has their "url": then it is known where they run, and seen that a story which was taken back is gone.',
  gone: 'Save the address that holds now.',
  credentials: TRUST,
  refused: 'Your system understood and said no. Its answer and its own log may say why.',
  later: 'Your system could not take it now. Try again; if it stays so, look at its log.',
  misconfigured:
    'Your system points to another address. Redirects are not followed, so that nothing leaks to where nobody meant it to go: save the URL that it points to.',
  blocked: 'Nothing was sent. Change the URL as the message says.',
  ours: 'Nothing is wrong at your end as far as is known. Try again.',
};
