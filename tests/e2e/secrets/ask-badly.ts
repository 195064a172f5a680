import { apiClient } from '../../support/api-client.ts';
import type { Scene } from './open-scene.ts';
import { token, webhookSecret } from './open-scene.ts';
import type { Outlet } from './outlet-of-many.ts';

/** Settings that are refused for something beside the secret, or for the secret itself. */
function settingsOf(secret: string, other: string, url: string): unknown[] {
  return [
    { url: `ftp://${url}`, secret },
    { url, secret, followsSeq: 'yes' },
    { url, secret, password: other },
    { url, secret: [secret] },
    { url, secret: `${secret}!` },
    { url: `https://desk:${other}@courier.example/`, secret },
    { secret },
  ];
}

/** Sends secrets where they do not belong; each request is refused. */
export async function askBadly({ url, secrets, systems }: Scene, outlet: Outlet): Promise<void> {
  const secret = secrets.keep('secret in a form that is refused', webhookSecret());
  const other = secrets.keep('password in a form that is refused', token());
  const place = `/v1/outlets/${outlet.id}/destinations`;
  const destination = `/v1/destinations/${outlet.destinations['/good']}`;
  const refuse = async (method: string, path: string, body?: unknown, headers = {}) => {
    const reply = await outlet.api.ask(method, path, { body, headers });
    if (reply.status < 400 || reply.status >= 500) {
      throw new Error(`${method} ${path} answered ${reply.status}: ${reply.text}`);
    }
  };
  for (const settings of settingsOf(secret, other, `${systems.url}/good`)) {
    const whole = { channel: 'webhook', format: 'html', settings };
    await refuse('POST', place, whole, { 'idempotency-key': token() });
    await refuse('PATCH', destination, {
      settings: { url: `ftp://${secret}`, ...Object(settings) },
    });
  }
  await refuse('POST', place, `{"settings": {"secret": "${secret}", "password": ${other}}}`);
  await refuse('POST', place, `{"settings": {"secret": "${secret}\\u0000"}}`);
  await refuse('POST', place, secret.repeat(10_000));
  await refuse('POST', place, secret, { 'content-type': 'text/plain' });
  await refuse('POST', `${destination}/rotate-secret`, { secret: `${secret}=` });
  await refuse('POST', `${destination}/rotate-secret`, { secret, overlapHours: -1 });
  await askWithWrongKeys(url, outlet.key, other);
}

async function askWithWrongKeys(url: string, key: string, other: string): Promise<void> {
  const mistyped = `${key.slice(0, -1)}${key.endsWith('0') ? '1' : '0'}`;
  for (const wrong of [mistyped, other, `${key} ${other}`]) {
    await apiClient(url, wrong).ask('GET', '/v1/destinations');
  }
  const anyone = apiClient(url);
  const basic = Buffer.from(`desk:${other}`).toString('base64');
  await anyone.ask('GET', '/v1/events', { headers: { authorization: `Basic ${basic}` } });
  await anyone.ask('GET', `/v1/destinations?key=${key}`);
  await anyone.ask('GET', `/v1/destinations/${key}`, { headers: { cookie: `key=${other}` } });
  await anyone.ask('POST', `/v1/verify`, { body: { token: key } });
}
