import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';

/** What a request still needs at the end; one that only drips would hold up the workers' end. */
const FINISH_MS = 3_000;

/** Longer than the minute for which proxies keep a connection that they may use again. */
const KEEP_ALIVE_MS = 65_000;

export interface Listening {
  /** Takes no new connection, gives the requests under way 3 s to finish, and closes. */
  close(): Promise<void>;
}

/**
 * Serves `app` on the configured host and port.
 *
 * @throws Error when the port is taken, naming it
 */
export async function listen(
  app: RequestListener,
  { host, port, variable = 'PORT' }: { host: string; port: number; variable?: string },
): Promise<Listening> {
  const server = createServer(app);
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
      ? new Error(`Port ${port} on ${host} is taken. Set ${variable} to another one.`)
      : error;
  }
  return {
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      // A connection whose last request is answered after this ends with it.
      server.keepAliveTimeout = 1;
      const late = setTimeout(() => server.closeAllConnections(), FINISH_MS);
      await closed;
      clearTimeout(late);
    },
  };
}
