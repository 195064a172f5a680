import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

/**
 * How an outlet's system answers a message that it trusts. One that `takes` has taken the message
 * in before it says anything, or nothing: to the sender the outcome is then unknown.
 */
export interface Manner {
  takes: boolean;
  reply(response: ServerResponse): void;
}

/** Takes everything in and says so, after a while where told. */
export function accepting(afterMs = 0): Manner {
  const accept = (response: ServerResponse) => response.writeHead(204).end();
  return {
    takes: true,
    reply: (response) =>
      void (afterMs > 0 ? setTimeout(accept, afterMs, response) : accept(response)),
  };
}

/** Answers with a status and takes nothing in. */
export function answering(status: number, headers: Record<string, string> = {}): Manner {
  return { takes: false, reply: (response) => void response.writeHead(status, headers).end() };
}

/** Takes it in, and never says so. */
export const HANGING: Manner = { takes: true, reply: () => {} };

/** Neither takes it in nor says anything. */
export const BLACK_HOLE: Manner = { takes: false, reply: () => {} };

/** Takes it in, and breaks the connection off. */
export const DROPPING: Manner = { takes: true, reply: (response) => void response.destroy() };

const DRIP_EVERY_MS = 500;

/** Takes nothing in, and answers a byte at a time without an end. */
export const DRIPPING: Manner = {
  takes: false,
  reply(response) {
    response.writeHead(200, { 'content-type': 'text/plain' });
    const drip = setInterval(() => response.write('.'), DRIP_EVERY_MS);
    response.once('close', () => clearInterval(drip));
  },
};

const CHUNK = Buffer.alloc(64 * 1024, 'x');

/** Takes it in, and answers with far more than anybody wants to read. */
export function flooding(megabytes: number): Manner {
  return {
    takes: true,
    reply(response) {
      let left = (megabytes * 1024 * 1024) / CHUNK.length;
      response.writeHead(200, { 'content-type': 'text/html' });
      const pour = () => {
        while (left > 0 && !response.destroyed) {
          left -= 1;
          if (!response.write(CHUNK)) return void response.once('drain', pour);
        }
        response.end();
      };
      pour();
    },
  };
}

/** Takes it in, and answers with a few kilobytes that unpack into very many. */
export function bombing(megabytes: number): Manner {
  const bomb = gzipSync(Buffer.alloc(megabytes * 1024 * 1024));
  return {
    takes: true,
    reply: (response) =>
      void response
        .writeHead(200, { 'content-encoding': 'gzip', 'content-type': 'application/json' })
        .end(bomb),
  };
}

/** Takes it in, and answers in chunks whose lengths are no numbers. */
export const GARBLING: Manner = {
  takes: true,
  reply(response) {
    const { socket } = response;
    socket?.end('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\nnot a chunk\r\n');
  },
};

/** Takes it in, promises more than it sends, and closes. */
export const CLOSING_EARLY: Manner = {
  takes: true,
  reply: (response) =>
    void response.socket?.end('HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\nhalf'),
};
