import { z } from 'zod';
import { formatInstant } from '../../domain/instant.ts';
import type { ApiKey } from '../../services/keys/list-keys.ts';
import { InstantBody, InstantText } from './instant.ts';
import { Slug } from './slug.ts';

const KeyFields = {
  name: z.string().trim().min(1).max(200).describe('What people call the key'),
  expiresAt: InstantBody.optional().describe('First instant at which it no longer works'),
};

/** A key for an outlet, as it is asked for. */
export const OutletKeyBody = z.strictObject(KeyFields).meta({ id: 'NewOutletKey' });

/** A key for the house's own people, as it is asked for. */
export const StaffKeyBody = z
  .strictObject({
    ...KeyFields,
    role: z.enum(['admin', 'editor', 'auditor']),
    publications: z
      .array(Slug)
      .min(1, 'Name at least one, or leave the field out.')
      .max(300)
      .optional()
      .describe('The publications that it works for; absent: all'),
  })
  .meta({ id: 'NewStaffKey' });

const facts = {
  id: z.uuid(),
  name: z.string(),
  prefix: z.string().describe('How the key begins'),
  role: z.enum(['admin', 'editor', 'auditor', 'outlet']),
  outlet: z.uuid().optional(),
  publications: z.array(z.string()).optional(),
  createdAt: InstantText,
  expiresAt: InstantText.optional(),
  revokedAt: InstantText.optional(),
};

/** What is known of a key; never the key. */
export const KeyReply = z.object(facts).meta({ id: 'Key' });

/** A key that was just made. */
export const NewKeyReply = z
  .object({ ...facts, key: z.string().describe('Shown this once') })
  .meta({ id: 'CreatedKey' });

/** A key's row as it is answered. */
export function keyReply(row: ApiKey) {
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    role: row.role,
    outlet: row.outlet ?? undefined,
    publications: row.publications ?? undefined,
    createdAt: formatInstant(row.created_at),
    expiresAt: row.expires_at === null ? undefined : formatInstant(row.expires_at),
    revokedAt: row.revoked_at === null ? undefined : formatInstant(row.revoked_at),
  };
}
