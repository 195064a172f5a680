import { channels } from '../../src/channels/index.ts';
import { createEgress } from '../../src/security/egress/index.ts';
import { type LocalServer, startLocalServer } from '../support/local-server.ts';
import { savedSettings } from './channel-settings.ts';
import { UPSERT } from './wanted-state.ts';

const NOW = Date.UTC(2026, 4, 14, 12);
const egress = createEgress({ allow: ['127.0.0.0/8'] });
let server: LocalServer;

beforeEach(async () => {
  server = await startLocalServer();
});
afterEach(() => server.close());
afterAll(() => egress.close());

describe.each([...channels.values()])('$kind', (channel) => {
  function deliver() {
    return channel.deliver(UPSERT, savedSettings(channel, server.url), {
      egress,
      now: () => NOW,
    });
  }

  test.each([502, 504])('a gateway that answers %i leaves open what came of it', async (status) => {
    server.answer((response) => response.writeHead(status).end());
    expect(await deliver()).toMatchObject({ class: 'later', doubtful: true });
  });

  test('an answer that says nothing true of its length leaves open what came of it', async () => {
    server.answer((response) => {
      response.socket?.end('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nnot-hex\r\n');
    });
    expect(await deliver()).toMatchObject({ class: 'later', code: 'protocol', doubtful: true });
  });

  test('an answer that ends early leaves open what came of it', async () => {
    server.answer((response) => {
      response.socket?.end('HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n{}');
    });
    expect(await deliver()).toMatchObject({ class: 'later', code: 'network', doubtful: true });
  });
});
