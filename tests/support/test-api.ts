import { createServer, type Server } from 'node:http';
import { pino } from 'pino';
import request from 'supertest';
import { readConfig } from '../../src/config.ts';
import type { Context } from '../../src/context.ts';
import type { Role } from '../../src/http/access.ts';
import { createApp } from '../../src/http/app.ts';
import type { Route } from '../../src/http/route.ts';
import { createKey } from '../../src/services/keys/create-key.ts';
import { createOutlet } from '../../src/services/outlets.ts';
import { testService } from './context.ts';

export const PUBLIC_URL = 'https://rights.example';

export interface TestApi {
  ctx: Context;
  /** Lines that were logged. */
  logged: string[];
  /** Sends a request over a real socket. */
  call(method: Route['method'], path: string, key?: string): request.Test;
  /** A fresh key of a role; an outlet's comes with an outlet of its own. */
  keyFor(role: Role, publications?: string[]): Promise<string>;
  /** A fresh outlet's id. */
  outlet(): Promise<string>;
  /** Stops the server and the connections alone, when the database is gone already. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

/** The HTTP surface, without workers, on a database of its own. */
export async function startTestApi(
  routes: readonly Route[],
  options: { env?: Record<string, string>; now?: () => number } = {},
): Promise<TestApi> {
  const logged: string[] = [];
  const { ctx, close } = await testService({
    config: readConfig({ PUBLIC_URL, ...options.env }).config,
    log: pino({}, { write: (line) => void logged.push(line) }),
    now: options.now ?? Date.now,
  });
  const server = createServer(createApp(ctx, routes));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const outlet = async () => (await createOutlet(ctx, OUTLET)).id;
  return {
    ctx,
    logged,
    outlet,
    call: (method, path, key) => {
      const test = request(server)[method](path);
      return key === undefined ? test : test.set('Authorization', `Bearer ${key}`);
    },
    keyFor: async (role, publications) => {
      const owner = role === 'outlet' ? await outlet() : null;
      const facts = { name: role, role, outlet: owner, expiresAt: null };
      return (await createKey(ctx, { ...facts, publications: publications ?? null })).key;
    },
    stop: async () => {
      await stopServer(server);
      await ctx.db.destroy();
    },
    close: async () => {
      await stopServer(server);
      await close();
    },
  };
}

async function stopServer(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

const OUTLET = {
  name: 'Fjord Post',
  origins: ['https://fjordpost.example'],
  country: 'NO',
  class: null,
  tags: [],
  contacts: [],
};
