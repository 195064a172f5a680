import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { openDesk, type VerifyDesk } from './open-desk.ts';

const MAIN = fileURLToPath(new URL('../../../dist/src/main.js', import.meta.url));

let desk: VerifyDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

/** The program as a process of its own in which every socket is refused. */
async function withoutNetwork(...args: string[]) {
  const refuse =
    "import net from 'node:net'; import dgram from 'node:dgram'; import dns from 'node:dns';" +
    "const refuse = () => { throw new Error('no sockets here'); };" +
    'net.Socket.prototype.connect = refuse; net.Server.prototype.listen = refuse;' +
    'dgram.createSocket = refuse; dns.lookup = refuse;';
  const preload = await desk.file('refuse.mjs', refuse);
  const child = spawn(process.execPath, ['--import', preload, MAIN, 'verify', ...args], {
    env: { PATH: process.env.PATH },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { out, err, code };
}

test('a bundle verifies in a process that can open no socket', async () => {
  const path = await desk.file('offline.licence.json', desk.bundle);
  const { code, out, err } = await withoutNetwork(path, '--json');
  expect([err, code]).toEqual(['', 0]);
  expect(JSON.parse(out)).toMatchObject({ valid: true, logged: true, keysFrom: 'bundle' });
  const online = await withoutNetwork(path, '--url', desk.app.url);
  expect(online.code).toBe(2);
  expect(online.err).toContain('The keys cannot be fetched');
});
