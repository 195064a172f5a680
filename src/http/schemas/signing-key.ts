import { z } from 'zod';
import { formatInstant } from '../../domain/instant.ts';
import { KEY_PURPOSES } from '../../domain/signing-keys.ts';
import type { SigningKeyRow } from '../../services/signing-keys/list-keys.ts';
import { InstantBody, InstantText } from './instant.ts';

const HOUR_MS = 3_600_000;

/** A new key as it is asked for: when it takes over is an instant, or so many hours ahead. */
export const RotateBody = z
  .strictObject({
    purpose: z
      .enum(KEY_PURPOSES)
      .default('licence')
      .describe('licence: licences and status lists; log: the checkpoints of the log'),
    activateAt: InstantBody.optional().describe('When the new key takes over'),
    afterHours: z
      .number()
      .positive()
      .max(10_000)
      .optional()
      .describe('The same as hours from now; 24 unless one of the two is given'),
  })
  .refine(({ activateAt, afterHours }) => activateAt === undefined || afterHours === undefined, {
    path: ['afterHours'],
    error: 'Give activateAt or afterHours, not both.',
  })
  .meta({ id: 'NewSigningKey' });

/** When the new key is to take over, and which field says so. */
export function takeover(body: z.output<typeof RotateBody>, now: number) {
  const { activateAt, afterHours } = body;
  return afterHours === undefined
    ? { activatesAt: activateAt, field: 'activateAt' }
    : { activatesAt: Math.round(now + afterHours * HOUR_MS), field: 'afterHours' };
}

export const CompromiseBody = z
  .strictObject({ reason: z.string().trim().min(1).max(2_000).describe('What happened') })
  .meta({ id: 'CompromisedKey' });

const instants = {
  publishedAt: InstantText,
  activatesAt: InstantText.describe('When it takes over, or was to take over'),
  activatedAt: InstantText.optional(),
  retiredAt: InstantText.optional(),
  lastExp: InstantText.optional().describe('When the last thing ends that it signed'),
  archivedAt: InstantText.optional(),
  compromisedAt: InstantText.optional(),
};

/** A signing key; never its private part. */
export const SigningKeyReply = z
  .object({
    kid: z.string().describe('RFC 7638 thumbprint'),
    purpose: z.enum(KEY_PURPOSES),
    state: z.enum(['pending', 'active', 'retired', 'archived', 'compromised']),
    jwk: z.looseObject({}).describe('The public key (RFC 7517)'),
    ...instants,
    reason: z.string().optional().describe('Why it was declared compromised'),
  })
  .meta({ id: 'SigningKey' });

/** A key's row as it is shown. */
export function signingKeyReply(row: SigningKeyRow): z.input<typeof SigningKeyReply> {
  return {
    kid: row.kid,
    purpose: row.purpose,
    state: row.state,
    jwk: row.public_jwk,
    publishedAt: formatInstant(row.published_at),
    activatesAt: formatInstant(row.activates_at),
    ...told('activatedAt', row.activated_at),
    ...told('retiredAt', row.retired_at),
    ...told('lastExp', row.last_exp),
    ...told('archivedAt', row.archived_at),
    ...told('compromisedAt', row.compromised_at),
    ...(row.compromise_reason !== null && { reason: row.compromise_reason }),
  };
}

function told(name: keyof typeof instants, instant: number | null) {
  return instant === null ? {} : { [name]: formatInstant(instant) };
}
