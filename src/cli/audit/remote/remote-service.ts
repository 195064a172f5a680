/** A running service, as one who may read the whole record speaks to it. */
export interface RemoteService {
  json<Body>(path: string): Promise<Body>;
  text(path: string): Promise<string>;
  /** Lines as they come. @throws Error when the answer is cut off */
  lines(path: string): AsyncIterable<string>;
}

/** As the service reads a key. */
const SENDABLE = /^[\x21-\x7e]+$/;

/** @param key an admin's or auditor's; @throws Error for an address that is none, or no key */
export function remoteService(url: string, key: string | undefined): RemoteService {
  if (!URL.canParse(url)) throw new Error('--url is the address of a service.');
  const sent = key?.trim() ?? '';
  // Refused here: `fetch` quotes what it cannot send.
  if (!SENDABLE.test(sent)) {
    throw new Error("IMPRIMATUR_KEY holds an admin's or auditor's key, and nothing else.");
  }
  const { username, password } = new URL(url);
  if (username || password) throw new Error('--url takes no user name and no password.');
  const base = url.replace(/\/+$/, '');
  const ask = async (path: string): Promise<Response> => {
    const response = await fetch(`${base}${path}`, {
      headers: { authorization: `Bearer ${sent}` },
    });
    if (response.ok) return response;
    throw new Error(`${base}${path} answered ${response.status}: ${await response.text()}`);
  };
  return {
    json: async (path) => (await ask(path)).json() as Promise<never>,
    text: async (path) => (await ask(path)).text(),
    lines: (path) => linesOf(ask(path)),
  };
}

async function* linesOf(asked: Promise<Response>): AsyncGenerator<string> {
  const { body } = await asked;
  if (!body) return;
  let rest = '';
  for await (const text of body.pipeThrough(new TextDecoderStream())) {
    const lines = `${rest}${text}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') throw new Error('The answer was cut off.');
}
