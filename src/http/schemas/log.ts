import { z } from 'zod';
import { InstantText } from './instant.ts';

/** The number behind the log's name. What is none is answered like any unknown tree. */
export const TreeNumber = z.string().refine((tree) => /^[1-9]\d{0,8}$/.test(tree), {
  error: 'The log has no tree of this name.',
  params: { code: 'log-part-not-found' },
});

/** All segments of a tile's path, as C2SP tlog-tiles spells it. */
export const TilePath = z.preprocess(
  (segments) => (Array.isArray(segments) ? segments.join('/') : segments),
  z.string(),
);

export const LogReply = z
  .object({
    trees: z.array(
      z.object({
        origin: z.string().describe('The name that its checkpoints begin with'),
        url: z.url().describe('Its checkpoint and tiles are under this address'),
        size: z.int().describe('Leaves'),
        openedAt: InstantText,
        reason: z.string().optional().describe('Why it took the place of the one before'),
        succeeds: z.string().optional().describe('The last checkpoint known of the one before'),
      }),
    ),
  })
  .meta({ id: 'Log' });

export const LicenceProofReply = z
  .object({
    event: z.uuid().describe('The event of the issue'),
    payload: z.string().describe('The event as JSON, exactly as it is hashed'),
    salt: z.string().describe('Base64; hashed in front of the payload'),
    proof: z.string().describe('From the leaf to a signed checkpoint (C2SP tlog-proof)'),
  })
  .meta({ id: 'LicenceProof' });
