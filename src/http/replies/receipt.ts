import type { z } from 'zod';
import { formatInstant } from '../../domain/instant.ts';
import type { listReceipts } from '../../services/receipts/read-receipts.ts';
import type { ReceiptReply } from '../schemas/receipt.ts';

type Receipt = Awaited<ReturnType<typeof listReceipts>>[number];

/** A receipt as it is answered. */
export function receiptReply(row: Receipt): z.input<typeof ReceiptReply> {
  const { id, placement, outlet, article, licence, seq, version, operation, source } = row;
  return {
    ...{ id, placement, outlet, article, licence, seq, version, operation, source },
    ...(row.url !== null && { url: row.url }),
    ...(row.published_at !== null && { publishedAt: formatInstant(row.published_at) }),
    ...(row.note !== null && { note: row.note }),
    createdAt: formatInstant(row.created_at),
  };
}
