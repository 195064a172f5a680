import { channels } from '../../src/channels/index.ts';
import { createEgress } from '../../src/security/egress/index.ts';
import { type LocalServer, startLocalServer } from '../support/local-server.ts';
import { findAny, spellingsOf } from '../support/spellings.ts';
import { savedSettings } from './channel-settings.ts';
import { UPSERT } from './wanted-state.ts';

const egress = createEgress({ allow: ['127.0.0.0/8'] });
let server: LocalServer;

beforeEach(async () => {
  server = await startLocalServer();
});
afterEach(() => server.close());
afterAll(() => egress.close());

/** What an outlet answers is kept, and shown to its people and to the house. */
test.each([...channels.values()])(
  '$kind: a system that repeats all that it is sent shows no secret',
  async (channel) => {
    const settings = savedSettings(channel, server.url);
    const former = Object.fromEntries(channel.secrets.map((name) => [name, `former-${name}`]));
    server.answer((response, { headers }) =>
      response.writeHead(500).end(JSON.stringify([headers, server.received[0]?.body])),
    );
    const io = { egress, now: () => Date.UTC(2026, 4, 14, 12), former };
    const text = JSON.stringify(await channel.deliver(UPSERT, settings, io));
    expect(text).toContain(UPSERT.article.headline);
    const secrets = channel.secrets.map((name) => String(Object(settings)[name]));
    for (const secret of [...secrets, ...Object.values(former)]) {
      expect(findAny(spellingsOf(secret), [{ where: secret, text }])).toEqual([]);
    }
  },
);
