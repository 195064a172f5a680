import jwt from 'jsonwebtoken';
import type { Api } from './api.ts';
import { query } from './bench-database.ts';
import { ASKED_USE, type Outlet } from './seed.ts';

/** A row as PostgreSQL writes it in JSON. */
export type Row = Record<string, unknown>;

/** All that one granted request left behind: a bare app that does the same can be given it. */
export interface GrantedSample {
  reply: { id: string; licence: { id: string; token: string } };
  claims: { jti: string; article: object };
  header: { alg: 'ES256'; kid: string; typ: string };
  rows: { request: Row; licence: Row; events: Row[]; outbox: Row };
}

/** Has one request granted by the service and reads what it wrote. */
export async function grantSample(
  api: Api,
  databaseUrl: string,
  articleId: string,
  outlet: Outlet,
): Promise<GrantedSample> {
  const ask = { articleId, use: ASKED_USE };
  const reply = await api.call<GrantedSample['reply']>('POST', '/v1/requests', ask, outlet.key);
  const read = async (from: string) =>
    (await query<{ row: Row }>(databaseUrl, `select to_jsonb(r) as row from ${from}`)).map(
      ({ row }) => row,
    );
  const subjects = `('${reply.id}', '${reply.licence.id}')`;
  const [request = {}] = await read(`(select * from request where id = '${reply.id}') r`);
  const [licence = {}] = await read(`(select * from licence where id = '${reply.licence.id}') r`);
  const events = await read(`(select * from audit_event where subject_id in ${subjects}) r`);
  const [outbox = {}] = await read(OUTBOX);
  const { payload, header } = decode(reply.licence.token);
  return { reply, claims: payload, header, rows: { request, licence, events, outbox } };
}

/** Without what the table fills in by itself. */
const OUTBOX = '(select kind, article, outlet, request_id from outbox where outlet is not null) r';

function decode(token: string) {
  const decoded = jwt.decode(token, { complete: true });
  if (!decoded) throw new Error('the licence of the sample is no token');
  return decoded as unknown as {
    payload: GrantedSample['claims'];
    header: GrantedSample['header'];
  };
}
