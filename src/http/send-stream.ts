import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';

/**
 * Sends an answer as it is made, as fast as it is read.
 *
 * The status is sent already when something fails on the way: the connection is then cut, so that
 * nobody takes a part for the whole.
 */
export async function sendStream(
  req: Request,
  res: Response,
  text: AsyncIterable<string>,
): Promise<void> {
  if (req.method === 'HEAD') {
    res.end();
    return;
  }
  try {
    await pipeline(Readable.from(text), res);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_STREAM_PREMATURE_CLOSE') return;
    res.locals.log.error({ err: error }, 'an answer was cut off');
  }
}
