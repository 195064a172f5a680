import { gzipSync } from 'node:zlib';
import { channels } from '../../src/channels/index.ts';
import { type Bounds, createEgress, type Egress } from '../../src/security/egress/index.ts';
import { type LocalServer, startLocalServer } from '../support/local-server.ts';
import { SETTINGS } from './channel-settings.ts';
import { UPSERT, WITHDRAWAL } from './wanted-state.ts';

const NOW = Date.UTC(2026, 4, 14, 12);
const random = (bytes: number) => Buffer.alloc(bytes, 7);

let server: LocalServer;
const opened: Egress[] = [];

function open(allow: string[], bounds: Partial<Bounds> = {}): Egress {
  const egress = createEgress({ allow, bounds });
  opened.push(egress);
  return egress;
}

beforeEach(async () => {
  server = await startLocalServer();
});

afterEach(async () => {
  await server.close();
  await Promise.all(opened.splice(0).map((egress) => egress.close()));
});

test('every registered channel is under this contract', () => {
  expect(Object.keys(SETTINGS)).toEqual([...channels.keys()]);
});

describe.each([...channels.values()].map((channel) => [channel.kind, channel] as const))(
  '%s',
  (kind, channel) => {
    const given = () => channel.settings.parse(SETTINGS[kind]?.(server.url));
    const settings = () => channel.complete(given(), random);
    const deliver = (bounds: Partial<Bounds> = {}, state = UPSERT, signal?: AbortSignal) => {
      const io = { egress: open(['127.0.0.0/8'], bounds), now: () => NOW };
      return channel.deliver(state, settings(), signal ? { ...io, signal } : io);
    };

    test.each([
      [200, 'placed'],
      [201, 'placed'],
      [202, 'placed'],
      [204, 'placed'],
      [410, 'gone'],
      [401, 'credentials'],
      [403, 'credentials'],
      [400, 'refused'],
      [404, 'refused'],
      [422, 'refused'],
      [408, 'later'],
      [409, 'later'],
      [425, 'later'],
      [429, 'later'],
      [500, 'later'],
      [501, 'later'],
      [503, 'later'],
      [301, 'misconfigured'],
      [302, 'misconfigured'],
      [307, 'misconfigured'],
    ] as const)('an outlet that answers %i: %s', async (status, outcomeClass) => {
      server.answer((response) => response.writeHead(status).end());
      expect(await deliver()).toEqual({
        class: outcomeClass,
        code: `http-${status}`,
        message: expect.stringMatching(/^[A-Z].*\.$/),
        status,
        remoteAddress: '127.0.0.1',
      });
    });

    test('a redirect is shown with its new location and not followed', async () => {
      server.answer((response) => response.writeHead(308, { location: '/moved' }).end());
      expect((await deliver()).message).toContain('/moved');
      expect(server.received).toHaveLength(1);
    });

    test('a dropped connection may work later', async () => {
      server.answer((response) => response.socket?.destroy());
      expect(await deliver()).toMatchObject({ class: 'later', code: 'network', doubtful: true });
    });

    test('a server that is not there may work later, and has got nothing', async () => {
      await server.close();
      const outcome = await deliver();
      expect(outcome).toMatchObject({ class: 'later', code: 'connect' });
      expect(outcome).not.toHaveProperty('doubtful');
      server = await startLocalServer();
    });

    test('an answer that drips is a time-out', async () => {
      server.answer((response) => {
        const drip = setInterval(() => response.write('.'), 10);
        response.on('close', () => clearInterval(drip));
      });
      expect(await deliver({ totalMs: 150 })).toMatchObject({
        class: 'later',
        code: 'timeout',
        doubtful: true,
      });
    });

    test('a server that stays silent is a time-out', async () => {
      server.answer(() => {});
      expect(await deliver({ firstByteMs: 50 })).toMatchObject({ class: 'later', code: 'timeout' });
    });

    test('an address that is not allowed is blocked, and nothing is sent', async () => {
      const io = { egress: open([]), now: () => NOW };
      expect(await channel.deliver(UPSERT, settings(), io)).toMatchObject({
        class: 'blocked',
        code: 'address-not-allowed',
      });
      expect(server.received).toEqual([]);
    });

    test('a send that the service stops is not charged to the outlet', async () => {
      const stop = new AbortController();
      server.answer(() => stop.abort());
      expect(await deliver({}, UPSERT, stop.signal)).toMatchObject({
        class: 'ours',
        code: 'aborted',
        doubtful: true,
      });
    });

    test('says whether its receiver follows the order by itself', () => {
      expect(typeof channel.followsSeq(settings())).toBe('boolean');
    });

    test.each([
      ['90', 90_000],
      ['Thu, 14 May 2026 12:01:30 GMT', 90_000],
      ['Thursday, 14-May-26 12:01:30 GMT', 90_000],
      ['Thu May 14 12:01:30 2026', 90_000],
      ['999999', 86_400_000],
      ['-1', undefined],
      ['tomorrow', undefined],
    ])('Retry-After: %s', async (value, retryAfterMs) => {
      server.answer((response) => response.writeHead(429, { 'retry-after': value }).end());
      expect((await deliver()).retryAfterMs).toBe(retryAfterMs);
    });

    test('of a long answer at most 16 KB are kept, whole characters only', async () => {
      server.answer((response) => response.writeHead(500).end(`\0${'é'.repeat(35_000)}`));
      const { excerpt = '' } = await deliver();
      expect(excerpt).toMatch(/^\uFFFDé+$/);
      expect(Buffer.byteLength(excerpt)).toBeLessThanOrEqual(16_384);
      expect(Buffer.byteLength(excerpt)).toBeGreaterThan(16_380);
    });

    test('a compressed answer is not inflated', async () => {
      const bomb = gzipSync('0'.repeat(20_000_000));
      server.answer((response) =>
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
      );
      const outcome = await deliver();
      expect(outcome.class).toBe('placed');
      expect(outcome.excerpt).not.toContain('0000000000');
    });

    test('carries a withdrawal too', async () => {
      expect(await deliver({}, WITHDRAWAL)).toMatchObject({ class: 'placed' });
      expect(server.received).toHaveLength(1);
    });

    test('settings that lead to a forbidden address are refused when saved', async () => {
      expect(await channel.inspect(given(), open([]))).toEqual([
        {
          pointer: expect.stringMatching(/^#\/settings\//),
          code: 'address-not-allowed',
          detail: expect.stringMatching(/^[A-Z].*\.$/),
        },
      ]);
      expect(await channel.inspect(given(), open(['127.0.0.0/8']))).toEqual([]);
    });

    test('unknown settings are refused', () => {
      const extra = { ...SETTINGS[kind]?.(server.url), colour: 'blue' };
      expect(channel.settings.safeParse(extra).success).toBe(false);
    });

    test('completing settings twice changes nothing, and its secrets are real settings', () => {
      const once = settings();
      expect(channel.complete(once, () => Buffer.alloc(32))).toEqual(once);
      expect(channel.settings.parse(once)).toEqual(once);
      expect(Object.keys(Object(once))).toEqual(expect.arrayContaining([...channel.secrets]));
    });
  },
);
