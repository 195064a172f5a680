import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../servers/find-binary.ts';
import { freePort } from '../servers/free-port.ts';
import { createServerDirectory } from '../servers/server-directory.ts';
import { launchServer } from '../servers/server-process.ts';

const QUIET = [
  '--headless',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A container gives /dev/shm less than a page may want.
  '--disable-dev-shm-usage',
  // Its sandbox refuses root, and it is shown our own pages only.
  '--no-sandbox',
  // Whatever a page asks for, it is not asked of the world.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

export interface TestBrowser {
  browser: Browser;
  stop(): Promise<void>;
}

/**
 * A Chromium of one's own with an empty profile. It ends with its owner's process, however that
 * ends, and its profile goes with it.
 */
export async function startBrowser(): Promise<TestBrowser> {
  const command = findChromium();
  if (!command) throw new Error('Chromium is not installed');
  const directory = createServerDirectory('chromium');
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const profile = `--user-data-dir=${join(directory.path, 'profile')}`;
  const server = await launchServer({
    command,
    args: [...QUIET, profile, `--remote-debugging-port=${port}`, 'about:blank'],
    directory: directory.path,
    stopSignal: 'SIGTERM',
    connect: async () => {
      await fetch(`${url}/json/version`);
    },
  });
  const stop = () => server.stop().then(directory.remove);
  try {
    const browser = await chromium.connectOverCDP(url);
    return { browser, stop: () => close(browser).then(stop) };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Asks it to end; a driver that merely hangs up would leave its pages open. */
async function close(browser: Browser): Promise<void> {
  const session = await browser.newBrowserCDPSession();
  const gone = new Promise<void>((resolve) => browser.once('disconnected', () => resolve()));
  await session.send('Browser.close');
  await gone;
}
