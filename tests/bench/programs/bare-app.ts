import { generateKeyPairSync } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import express from 'express';
import jwt from 'jsonwebtoken';
import pg from 'pg';
import { v7 } from 'uuid';
import type { GrantedSample, Row } from '../granted-sample.ts';
import { insertStatement, parametersOf } from './insert-statement.ts';
import { inputOf, say } from './parent.ts';

/** The least that issues a licence: parse, sign, write, answer; no key, policy or check. */
export interface BareAppInput {
  sample: GrantedSample;
  /** Where to write; absent: nothing is written. */
  databaseUrl?: string;
}

const { sample, databaseUrl } = inputOf<BareAppInput>();
const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
// Its transactions name an event, or the database would write one for each row by itself.
const options = '-c app.event_id=bare-app';
const pool = databaseUrl && new pg.Pool({ connectionString: databaseUrl, max: 20, options });
const { request, licence, events, outbox } = sample.rows;
const statement = insertStatement([
  ['request', request],
  ['licence', licence],
  ...events.map((event) => ['audit_event', event] as const),
  ['outbox', outbox],
]);

function sign(id: string, articleId: string): string {
  const now = Math.floor(Date.now() / 1000);
  const article = { ...sample.claims.article, id: articleId };
  const urn = `urn:uuid:${id}`;
  const claims = { ...sample.claims, jti: urn, series: urn, iat: now, nbf: now, article };
  return jwt.sign(claims, privateKey, { algorithm: 'ES256', header: sample.header });
}

function rowsFor(made: { request: string; licence: string; article: string; token: string }) {
  const { article } = made;
  const rows: Row[] = [
    { ...request, id: made.request, licence: made.licence, article },
    {
      ...{ ...licence, ...nextPlace() },
      ...{ id: made.licence, series: made.licence, request: made.request, article },
    },
    ...events.map((event) => ({ ...event, id: v7() })),
    { ...outbox, article },
  ];
  return rows.map((row) => ('token' in row ? { ...row, token: made.token } : row));
}

let places = 0;
/** Places on lists are the database's to keep apart, so that even this has to name one. */
function nextPlace() {
  places += 1;
  return { status_list: 'bare', status_index: places };
}

const app = express();
app.post('/v1/requests', express.json(), async (req, res) => {
  const ids = { request: v7(), licence: v7(), article: String(req.body.articleId) };
  const token = sign(ids.licence, ids.article);
  const values = parametersOf(rowsFor({ ...ids, token }));
  if (pool) await pool.query({ name: 'issue', text: statement, values });
  const granted = { ...sample.reply.licence, id: ids.licence, token };
  res.status(201).json({ ...sample.reply, id: ids.request, licence: granted });
});
const server = app.listen(0, '127.0.0.1', () => {
  say({ origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
