import { z } from 'zod';
import { DEFAULT_TERMS, type Terms } from '../../domain/terms.ts';

const names = Object.keys(DEFAULT_TERMS) as (keyof Terms)[];

/** One thing that terms say, in words, with how it is held. */
export const TermsSentence = z
  .object({
    term: z.enum(names).describe('The member that says it'),
    text: z.string(),
    held: z
      .enum(['enforced', 'checked', 'attested'])
      .describe("By us when issuing or sending; on the outlet's page; by the outlet's word"),
  })
  .meta({ id: 'TermsSentence' });
