import { DemoFailed } from './confirm.ts';

export interface Answer {
  status: number;
  text: string;
}

/** The public API as one key holder sees it. */
export interface Api {
  /** Sends and reads a JSON answer; anything but success ends the demo. */
  send<Reply>(method: string, path: string, body?: unknown, headers?: Headers): Promise<Reply>;
  /** Asks, and takes whatever comes. */
  look(path: string): Promise<Answer>;
}

type Headers = Readonly<Record<string, string>>;

/**
 * @param key absent: anyone, without an account
 */
export function apiOf(baseUrl: string, key?: string): Api {
  const signIn: Headers = key === undefined ? {} : { authorization: `Bearer ${key}` };

  async function ask(method: string, path: string, body?: unknown, headers: Headers = {}) {
    const json = body === undefined ? {} : { 'content-type': 'application/json' };
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      headers: { ...signIn, ...json, ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, text: await response.text() };
  }

  return {
    look: (path) => ask('GET', path),
    async send<Reply>(method: string, path: string, body?: unknown, headers?: Headers) {
      const { status, text } = await ask(method, path, body, headers);
      if (status >= 300) throw new DemoFailed(`${method} ${path} answered ${status}: ${text}`);
      return JSON.parse(text) as Reply;
    },
  };
}
