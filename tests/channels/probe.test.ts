import { channels } from '../../src/channels/index.ts';
import { createEgress } from '../../src/security/egress/index.ts';
import { type LocalServer, startLocalServer } from '../support/local-server.ts';
import { savedSettings } from './channel-settings.ts';
import { UPSERT } from './wanted-state.ts';

const egress = createEgress({ allow: ['127.0.0.0/8'] });
let server: LocalServer;
beforeEach(async () => {
  server = await startLocalServer();
});
afterEach(() => server.close());
afterAll(() => egress.close());

describe.each([...channels.values()])('$kind', (channel) => {
  const io = { egress, now: Date.now };
  const settings = () => savedSettings(channel, server.url);

  test('a sample goes the way of a delivery, and can be told from one', async () => {
    const sample = await channel.probe(UPSERT, settings(), io);
    const delivered = await channel.deliver(UPSERT, settings(), io);
    expect([sample.class, delivered.class]).toEqual(['placed', 'placed']);
    const [first, second] = server.received;
    expect([first?.method, first?.path]).toEqual([second?.method, second?.path]);
    expect(first?.body).not.toBe(second?.body);
  });

  test('what a sample meets is told as for a delivery', async () => {
    server.answer((response) => response.writeHead(401).end('who?'));
    expect(await channel.probe(UPSERT, settings(), io)).toMatchObject({
      class: 'credentials',
      excerpt: 'who?',
    });
  });
});
