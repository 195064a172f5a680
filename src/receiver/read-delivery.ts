import type { Delivery } from './delivery.ts';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Reads the body of a message whose signature was found genuine.
 *
 * @returns undefined when it is no state of a placement, as far as that decides what is done
 */
export function readDelivery(body: Buffer): Delivery | undefined {
  const read = parse(body.toString('utf8'));
  return isObject(read) && isDelivery(read) ? (read as unknown as Delivery) : undefined;
}

function isDelivery(read: Record<string, unknown>): boolean {
  const { type, placement, seq, operation, article, content } = read;
  if (typeof placement !== 'string' || !UUID.test(placement)) return false;
  if (!isCount(seq) || type !== `placement.${String(operation)}`) return false;
  if (!isObject(article) || typeof article.id !== 'string' || !isCount(article.version))
    return false;
  if (operation === 'withdraw') return true;
  return operation === 'upsert' && isObject(content) && typeof content.text === 'string';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
