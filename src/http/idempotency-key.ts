import type { Request } from 'express';
import { invalid } from '../domain/errors.ts';

const KEY = /^[\x20-\x7e]{1,255}$/;

/** @throws DomainError `invalid-request` */
export function idempotencyKeyOf(req: Request): string | undefined {
  const key = req.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key === 'string' && KEY.test(key)) return key;
  const detail = 'The header takes 1 to 255 printable ASCII characters, for example a UUID.';
  throw invalid([{ pointer: '#/Idempotency-Key', code: 'wrong-format', detail }]);
}
