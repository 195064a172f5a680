import type { Payload } from '../../../audit/check/entry.ts';
import type { LicenceFields } from '../../../audit/check/licence-row.ts';
import type { ArchivedKey } from '../../../audit/check/log-keys.ts';
import type { KeptLicence, LicenceSource } from '../../../audit/check/source.ts';
import { openKeyRing, readKeySet, readStatusToken } from '../../../verifier/index.ts';
import type { RemoteService } from './remote-service.ts';

const PAGE = 200;

/** What the API or the token shows; the token, which is compared whole, says what was granted. */
const SHOWN = [
  ...['series', 'prev', 'request', 'outlet', 'article', 'article_version', 'footer', 'kid'],
  ...['terms_slug', 'terms_version', 'from_at', 'until_at', 'created_at', 'correction'],
  ...['status_list', 'status_index', 'state', 'successor', 'token'],
];

interface Page<Item> {
  items: Item[];
  next?: string;
}

/** The licences of a running service, as its API and its status lists show them. */
export function remoteLicences(
  service: RemoteService,
  keys: readonly ArchivedKey[],
): LicenceSource {
  const ring = openKeyRing(readKeySet({ keys }) ?? []);
  return {
    columns: SHOWN,
    async *rows() {
      for await (const items of pagesOf<Shown>(service, '/v1/licences'))
        yield items.map(keptLicence);
    },
    async again(id) {
      const licence = keptLicence(await service.json<Shown>(`/v1/licences/${id}`));
      const events: Payload[] = [];
      for await (const items of pagesOf<Told>(service, `/v1/events?subject=${id}`)) {
        events.push(...items.map(payloadOf));
      }
      return { events: events.reverse(), fields: licence.fields };
    },
    async statuses(uri) {
      // Under the address that was named: a token may say any other.
      const token = await service.text(
        `/status/${encodeURIComponent(uri.split('/').at(-1) ?? '')}`,
      );
      const read = readStatusToken(token, { keys: await ring, now: Date.now() });
      if ('unknown' in read) return read.unknown;
      return read.uri === uri ? read.statuses : 'It is another list.';
    },
  };
}

async function* pagesOf<Item>(service: RemoteService, path: string): AsyncGenerator<Item[]> {
  const joint = path.includes('?') ? '&' : '?';
  for (let cursor: string | undefined, isFirst = true; isFirst || cursor; isFirst = false) {
    const at = cursor === undefined ? '' : `&cursor=${cursor}`;
    const page: Page<Item> = await service.json(`${path}${joint}limit=${PAGE}${at}`);
    yield page.items;
    cursor = page.next;
  }
}

/** A licence as the API answers it. */
interface Shown extends Readonly<Record<string, unknown>> {
  id: string;
  state: string;
  token: string;
  terms: { uri: string; version: number };
  endedAt: string | null;
}

function keptLicence(shown: Shown): KeptLicence {
  const { series, prev, successor, request, outlet, article, footer, token } = shown;
  // Past its end a licence is shown as expired, whether or not the record has come to say so.
  const isOver = shown.state === 'expired' && shown.endedAt === null;
  const fields = {
    ...{ series, prev, successor, request, outlet, article, footer, token },
    state: isOver ? 'active' : shown.state,
    article_version: shown.articleVersion,
    terms_slug: shown.terms.uri.split('/').at(-2),
    terms_version: shown.terms.version,
    ...{ from_at: shown.from, until_at: shown.until, created_at: shown.createdAt },
    ...{ ended_at: shown.endedAt, end_reason: shown.endReason },
    ...{ suspended_at: shown.suspendedAt, suspend_reason: shown.suspendReason },
    ...inToken(token),
  };
  return { id: shown.id, fields };
}

/** What the token says and the API does not. */
function inToken(token: string): LicenceFields {
  const [header, payload] = token.split('.').map((part) => Buffer.from(part, 'base64url'));
  const { kid } = JSON.parse(String(header)) as { kid: string };
  const { status, correction } = JSON.parse(String(payload)) as {
    status: { status_list: { idx: number; uri: string } };
    correction: string;
  };
  const { idx, uri } = status.status_list;
  return { kid, correction, status_list: uri, status_index: idx };
}

/** An event as the API answers it. */
interface Told extends Omit<Payload, 'before' | 'after'> {
  before?: string;
  after?: string;
}

function payloadOf({ before, after, ...event }: Told): Payload {
  return {
    ...event,
    ...(before !== undefined && { before: JSON.parse(before) as unknown }),
    ...(after !== undefined && { after: JSON.parse(after) as unknown }),
  };
}
