import { type ApiClient, apiClient } from './api-client.ts';
import { query } from './query.ts';
import { addOutlet, type Outlet, PUBLICATION, publish, STORY } from './seed.ts';
import { type ServedApp, serveApp } from './served-app.ts';

/** RFC 9457, with our own members. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  requestId: string;
  errors?: { pointer: string; code: string; detail: string }[];
}

export interface Sending {
  /** Absent: the admin. */
  by?: ApiClient;
  method?: string;
  path: string;
  body?: unknown;
  headers?: Record<string, string>;
}

export const NOBODY = '01890a5d-ac96-774b-bcce-b302099a8057';
export const article = { publication: PUBLICATION, ...STORY };
export const use = {
  media: ['web'],
  territories: ['world'],
  until: new Date(Date.now() + 86_400_000).toISOString(),
};

/** A running app with something in it that bad input could damage. */
export interface Refusals {
  app: ServedApp;
  outlet: Outlet;
  live: string;
  killed: string;
  /** Sends what is bad, and sees that it is told as a problem and that no row is left of it. */
  refused(sending: Sending): Promise<Problem>;
}

export async function openRefusals(): Promise<Refusals> {
  const app = await serveApp();
  const outlet = await addOutlet(app.admin, app.url);
  const live = await publish(app.admin);
  const killed = await publish(app.admin);
  await app.admin.post(`/v1/articles/${killed}/kill`, { reason: 'It was a rumour.' });
  return { app, outlet, live, killed, refused: (sending) => refused(app, sending) };
}

async function refused(app: ServedApp, sending: Sending): Promise<Problem> {
  const { by = app.admin, method = 'POST', path, body, headers = {} } = sending;
  const before = await rows(app.databaseUrl);
  const reply = await by.ask<Problem>(method, path, { body, headers });
  expect(await rows(app.databaseUrl)).toEqual(before);
  expect(reply.headers.get('content-type')).toBe('application/problem+json');
  const { type, title, status, detail, code, requestId } = reply.body;
  expect(type).toBe(`${app.ctx.config.publicUrl}/problems/${code}`);
  expect(status).toBe(reply.status);
  expect(requestId).toBe(reply.headers.get('x-request-id'));
  expect(detail).toMatch(/\.$/);
  const page = await apiClient(app.url).get(`/problems/${code}`);
  expect(page.text).toContain(title);
  return reply.body;
}

/** How many rows each table has: what is stored, what is recorded, and what waits to be done. */
async function rows(databaseUrl: string): Promise<unknown> {
  const tables = await query<{ name: string }>(
    databaseUrl,
    "select table_name as name from information_schema.tables where table_schema = 'public'",
  );
  const counts = tables.map(({ name }) => `select '${name}' as name, count(*) from ${name}`);
  return query(databaseUrl, `${counts.join(' union all ')} order by name`);
}
