import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Context } from '../../src/context.ts';
import { createApp } from '../../src/http/app.ts';
import { routes } from '../../src/http/routes/index.ts';
import { relayOutbox } from '../../src/services/relay/relay-outbox.ts';
import type { ApiClient } from './api-client.ts';
import { testService } from './context.ts';
import { sealAll } from './sealed-log.ts';
import { seedHouse } from './seed.ts';

/** The whole HTTP surface in this process, with a publication in it and without workers. */
export interface ServedApp {
  ctx: Context;
  url: string;
  databaseUrl: string;
  admin: ApiClient;
  /** Does once what the workers' relay would do. */
  relay(): Promise<void>;
  /** Gives every event its leaf, as the workers would. */
  seal(): Promise<void>;
  close(): Promise<void>;
}

/** @param parts of the service that are not the usual ones */
export async function serveApp(parts: Partial<Context> = {}): Promise<ServedApp> {
  const service = await testService(parts);
  const server = createServer(createApp(service.ctx, routes));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ctx: service.ctx,
    url,
    databaseUrl: service.url,
    admin: await seedHouse(url),
    relay: async () => {
      await relayOutbox(service.ctx);
    },
    seal: () => sealAll(service.ctx),
    async close() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await service.close();
    },
  };
}
