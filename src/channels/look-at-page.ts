import { EgressBlocked, EgressFailed, type EgressResponse } from '../security/egress/index.ts';
import type { ChannelIo } from './channel.ts';
import { excerptOf } from './excerpt.ts';
import { readFormerPage } from './former-page.ts';
import type { FormerCopy, Sighting } from './sighting.ts';

/** A page that is longer is not read to its end, and so not judged. */
const MOST_BYTES = 1024 * 1024;

const HEADERS = {
  accept: 'text/html,*/*;q=0.5',
  'accept-encoding': 'identity',
  'cache-control': 'no-cache',
  pragma: 'no-cache',
  'user-agent': 'Imprimatur',
};

/**
 * Looks where a copy stood. Redirects are not followed: what stands elsewhere proves nothing of
 * this address. Failures are sightings; whatever is thrown is a bug.
 */
export async function lookAtPage(
  copy: FormerCopy,
  { egress, signal }: Pick<ChannelIo, 'egress' | 'signal'>,
): Promise<Sighting> {
  const { url } = copy;
  const request = { url, method: 'GET', headers: HEADERS, bodyBytes: MOST_BYTES } as const;
  try {
    return judge(copy, await egress.request(signal ? { ...request, signal } : request));
  } catch (error) {
    if (!(error instanceof EgressBlocked || error instanceof EgressFailed)) throw error;
    const code = error instanceof EgressBlocked ? error.code : error.kind;
    return { kind: 'unclear', code, message: error.message };
  }
}

function judge(copy: FormerCopy, response: EgressResponse): Sighting {
  const { status, remoteAddress, headers } = response;
  const seen = { status, remoteAddress };
  if (status === 404 || status === 410) {
    return { kind: 'gone', code: `http-${status}`, message: 'The page is gone.', ...seen };
  }
  if (status === 200) return { ...readPage(copy, response), ...seen };
  const message =
    status >= 300 && status < 400
      ? `The page points elsewhere, which is not followed: ${excerptOf(headers.location ?? 'nowhere')}`
      : `The page answers with status ${status}, which does not say that the text is gone.`;
  return { kind: 'unclear', code: `http-${status}`, message, ...seen };
}

function readPage(copy: FormerCopy, { headers, body, truncated }: EgressResponse): Sighting {
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') {
    const message = 'The page came compressed although it was asked not to, and is not read.';
    return { kind: 'unclear', code: 'page-compressed', message };
  }
  const found = readFormerPage(copy, body);
  if (found.kind !== 'gone') return found;
  if (truncated) return unread('page-too-long', 'The page is too long to be read to its end.');
  return body.includes('\uFFFD') ? unread('page-not-utf8', 'The page is not in UTF-8.') : found;
}

function unread(code: string, why: string): Sighting {
  return {
    kind: 'unclear',
    code,
    message: `${why} It shows the notice, as far as it can be read.`,
  };
}
