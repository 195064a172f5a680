import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';

export interface Listening {
  /** Takes no new connection, lets the requests under way finish, and closes. */
  close(): Promise<void>;
}

/**
 * Serves `app` on the configured host and port.
 *
 * @throws Error when the port is taken, naming it
 */
export async function listen(
  app: RequestListener,
  { host, port }: { host: string; port: number },
): Promise<Listening> {
  const server = createServer(app);
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
      ? new Error(`Port ${port} on ${host} is taken. Set PORT to another one.`)
      : error;
  }
  return {
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      await closed;
    },
  };
}
