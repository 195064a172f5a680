/** One answer of the service. */
export interface Reply<Body> {
  status: number;
  headers: Headers;
  body: Body;
  bytes: Buffer;
  /** The bytes as text. */
  text: string;
}

interface Sending {
  body?: unknown;
  headers?: Record<string, string>;
  /** Any other status is a failure of the test; absent: any of 200 to 299. */
  status?: number;
}

/** Speaks to the service as one key's owner, over HTTP. */
export interface ApiClient {
  get<Body>(path: string, sending?: Sending): Promise<Reply<Body>>;
  post<Body>(path: string, body?: unknown, sending?: Sending): Promise<Reply<Body>>;
  put<Body>(path: string, body: unknown, sending?: Sending): Promise<Reply<Body>>;
  patch<Body>(path: string, body: unknown, sending?: Sending): Promise<Reply<Body>>;
  /** Asks with any method and takes any answer. */
  ask<Body>(method: string, path: string, sending?: Sending): Promise<Reply<Body>>;
}

/** @param url of the service; @param key absent: as anyone */
export function apiClient(url: string, key?: string): ApiClient {
  async function ask<Body>(method: string, path: string, sending: Sending = {}) {
    const { body, headers } = sending;
    const response = await fetch(new URL(path, url), {
      method,
      headers: {
        ...(key !== undefined && { authorization: `Bearer ${key}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: wireOf(body) }),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const text = bytes.toString();
    const { status, headers: received } = response;
    return { status, headers: received, body: read<Body>(text), bytes, text };
  }
  const expecting = (method: string) =>
    async function expect<Body>(path: string, sending: Sending = {}): Promise<Reply<Body>> {
      const reply = await ask<Body>(method, path, sending);
      const { status = reply.status < 300 ? reply.status : 200 } = sending;
      if (reply.status === status) return reply;
      throw new Error(`${method} ${path} answered ${reply.status}, not ${status}: ${reply.text}`);
    };
  const [post, put, patch] = ['POST', 'PUT', 'PATCH'].map(expecting);
  if (!post || !put || !patch) throw new Error('three methods make three functions');
  return {
    ask,
    get: expecting('GET'),
    post: (path, body, sending) => post(path, { ...sending, body: body ?? {} }),
    put: (path, body, sending) => put(path, { ...sending, body }),
    patch: (path, body, sending) => patch(path, { ...sending, body }),
  };
}

/** Bytes and text go as they are, so that broken JSON can be sent too. */
function wireOf(body: unknown): string | Uint8Array<ArrayBuffer> {
  if (typeof body === 'string') return body;
  return body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body);
}

/** The caller names the shape that the tests then look at. */
function read<Body>(text: string): Body {
  try {
    return JSON.parse(text) as Body;
  } catch {
    return text as Body;
  }
}
