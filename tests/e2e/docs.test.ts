import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { createApp } from '../../src/http/app.ts';
import { routes } from '../../src/http/routes/index.ts';
import { startBrowser, type TestBrowser } from '../support/browser/start-browser.ts';
import { type TestService, testService } from '../support/context.ts';

/** Chromium says so itself, whatever the page's scripts do. */
const NOTE_VIOLATIONS = `
  globalThis.violations = [];
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
    violations.push([violatedDirective, blockedURI, sample].join(' ')));
`;

const server = createServer();
let service: TestService;
let url = '';
let chromium: TestBrowser;
let page: Page;
const asked: string[] = [];
const said: string[] = [];

beforeAll(async () => {
  [service, chromium] = await Promise.all([testService(), startBrowser()]);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const config = { ...service.ctx.config, publicUrl: url };
  server.on('request', createApp({ ...service.ctx, config }, routes));
  page = await (await chromium.browser.newContext()).newPage();
  page.on('request', (request) => void asked.push(request.url()));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) said.push(message.text());
  });
  page.on('pageerror', (error) => void said.push(String(error)));
  await page.addInitScript(NOTE_VIOLATIONS);
  await page.goto(`${url}/docs`);
  await page.waitForSelector('.opblock', { timeout: 60_000 }).catch((error: Error) => {
    throw new Error(`${error.message}\n${said.join('\n')}\n${asked.join('\n')}`);
  });
}, 120_000);
afterAll(async () => {
  await chromium.stop();
  server.close();
  server.closeAllConnections();
  await service.close();
});

test('the policy of the page lets in nothing inline, nothing evaluated and no other host', async () => {
  const { headers } = await fetch(`${url}/docs`);
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
});

test('every operation is visible', async () => {
  const shown = await page.locator('.opblock-summary-path').evaluateAll((paths) =>
    // Long paths may be broken at zero-width spaces.
    paths.map((path) => String(path.textContent).replaceAll('\u200b', '')),
  );
  const paths = routes.map(({ path }) => path.replaceAll('{+', '{'));
  expect(shown.toSorted()).toEqual(paths.toSorted());
  expect(await page.locator('.opblock-summary-path').first().isVisible()).toBe(true);
});

test('an operation opens with its description, its example and its answers', async () => {
  const operation = page.locator('.opblock', { hasText: '/v1/requests' }).first();
  await operation.locator('.opblock-summary-control').click();
  await operation.locator('.responses-table').waitFor();
  expect(await operation.locator('.opblock-body').isVisible()).toBe(true);
}, 60_000);

test('an operation can be tried, and the service answers', async () => {
  const operation = page.locator('.opblock', { hasText: '/healthz' }).first();
  await operation.locator('.opblock-summary-control').click();
  await operation.locator('button.try-out__btn').click();
  await operation.locator('button.execute').click();
  const answer = operation.locator('.live-responses-table .response').first();
  await answer.waitFor();
  expect(await answer.textContent()).toMatch(/200[\s\S]*"status": "up"/);
}, 60_000);

test('nothing was refused, nothing complained, and nothing was asked of another host', async () => {
  expect(await page.evaluate('violations')).toEqual([]);
  expect(said).toEqual([]);
  const origins = new Set(
    asked.filter((url) => !url.startsWith('data:')).map((url) => new URL(url).origin),
  );
  expect([...origins]).toEqual([url]);
});

test('what a reader has already is not sent again', async () => {
  const first = await fetch(`${url}/docs/viewer.js`);
  expect(first.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  const etag = first.headers.get('etag') ?? '';
  const again = await fetch(`${url}/docs/viewer.js`, { headers: { 'if-none-match': etag } });
  expect([again.status, await again.text()]).toEqual([304, '']);
});
