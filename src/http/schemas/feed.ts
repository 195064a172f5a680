import { z } from 'zod';

/** What a standing licence covers. */
export const FeedReply = z
  .object({
    publication: z.string(),
    filter: z.record(z.string(), z.unknown()).describe('As it was asked for; {} is every article'),
  })
  .meta({ id: 'Feed' });
