import type { IncomingMessage } from 'node:http';

/**
 * The bytes of a request as they came.
 *
 * @returns undefined when there are more than `limitBytes`; the rest is not read
 * @throws Error when the sender hangs up before the end
 */
export function readBody(
  request: IncomingMessage,
  limitBytes: number,
): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > limitBytes)
    return Promise.resolve(undefined);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= limitBytes) chunks.push(chunk);
      else {
        request.pause();
        resolve(undefined);
      }
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', reject);
    request.on('close', () =>
      reject(new Error('The sender hung up before the end of its message.')),
    );
  });
}
