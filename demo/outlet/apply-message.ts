/** What a webhook gets, as far as this outlet reads it. */
export interface Message {
  placement: string;
  seq: number;
  operation: 'upsert' | 'withdraw';
  article: { id: string; version: number; headline: string };
  licence: { id: string; token: string };
  content?: { mediaType: string; text: string };
  reason?: string;
}

/** What the outlet has of one placement; without content there is nothing on its site. */
export type Copies = Map<string, Message>;

/**
 * Applies a message, unless it is not newer than what is there: messages may come twice, or out
 * of order, and the highest `seq` is always the state that counts.
 */
export function applyMessage(copies: Copies, message: Message): 'applied' | 'ignored' {
  const known = copies.get(message.placement);
  if (known && message.seq <= known.seq) return 'ignored';
  copies.set(message.placement, message);
  return 'applied';
}
