import { Pool } from 'undici';

type Method = 'GET' | 'POST' | 'PUT';

/** The service's API as a client with several connections sees it. */
export interface Api {
  /** @throws Error with the whole problem for any status from 400 on */
  call<Reply>(
    method: Method,
    path: string,
    body?: object,
    key?: string,
    headers?: Record<string, string>,
  ): Promise<Reply>;
  close(): Promise<void>;
}

/** @param key used where a call names no other */
export function openApi(origin: string, key: string): Api {
  // Idle ones are given up before the service closes them, however late this process runs.
  const pool = new Pool(origin, { connections: 8, keepAliveMaxTimeout: 1000 });
  return {
    async call<Reply>(method: Method, path: string, body?: object, as = key, more = {}) {
      const headers = {
        authorization: `Bearer ${as}`,
        'content-type': 'application/json',
        ...more,
      };
      const sent = { method, path, headers, body: body ? JSON.stringify(body) : null };
      const reply = await pool.request(sent);
      const text = await reply.body.text();
      if (reply.statusCode >= 400) throw new Error(`${method} ${path}: ${text}`);
      return JSON.parse(text) as Reply;
    },
    close: () => pool.close(),
  };
}
