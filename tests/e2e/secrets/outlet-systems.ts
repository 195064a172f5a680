import type { IncomingMessage, ServerResponse } from 'node:http';
import { type LocalServer, startLocalServer } from '../../support/local-server.ts';

/** How the systems at these paths answer; some repeat all that they were sent. */
const MANNERS: Readonly<Record<string, (response: ServerResponse, echo: string) => void>> = {
  '/good': (response) => response.writeHead(204).end(),
  '/denied': (response, echo) => response.writeHead(401).end(echo),
  '/broken': (response, echo) => response.writeHead(500).end(echo),
  '/moved': (response) => response.writeHead(308, { location: '/good' }).end(),
};
export const PATHS = Object.keys(MANNERS);

/** The systems of an outlet, and, at any other path, one that adds a slash by a redirect. */
export async function startOutletSystems(): Promise<LocalServer> {
  const server = await startLocalServer();
  server.answer((response, request) => {
    const manner = MANNERS[request.url ?? ''] ?? addSlash(request);
    manner(response, `${JSON.stringify(request.headers)}\n${server.received.at(-1)?.body}`);
  });
  return server;
}

function addSlash({ url }: IncomingMessage) {
  return (response: ServerResponse) => response.writeHead(301, { location: `${url}/` }).end();
}
