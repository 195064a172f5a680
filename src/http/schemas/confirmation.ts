import { z } from 'zod';
import { Prose, WebUrl } from './text.ts';

export const ConfirmBody = z
  .strictObject({
    note: Prose.nullable().default(null),
    url: WebUrl.nullable().default(null).describe('Where the text runs'),
  })
  .meta({ id: 'Confirmation' });

/** A form sends its field whether or not somebody wrote into it. */
export const ConfirmForm = z
  .strictObject({ note: z.string().trim().max(10_000).default('') })
  .meta({ id: 'ConfirmForm' });
