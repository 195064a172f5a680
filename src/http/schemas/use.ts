import { z } from 'zod';
import { MEDIA } from '../../domain/media.ts';
import { type AskedUse, EDIT_LEVELS, IMAGE_LEVELS } from '../../domain/use.ts';
import { InstantBody, InstantText } from './instant.ts';
import { Language } from './language.ts';
import { listOf, replyList } from './list.ts';
import { Territories } from './territories.ts';

export const Medium = z.enum(MEDIA);
export const EditLevel = z.enum(EDIT_LEVELS);
export const ImageLevel = z.enum(IMAGE_LEVELS);

const AskedImages = z
  .union([ImageLevel, z.literal(false)], `Write one of ${IMAGE_LEVELS.join(', ')}, or false.`)
  .transform((images) => (images === false ? 'none' : images))
  .default('none');

/** What an outlet asks to do with an article: read into `AskedUse`. */
export const UseBody = z
  .strictObject({
    media: listOf(Medium).describe('Where the reprint is to appear'),
    territories: Territories.describe('Where readers are offered the text'),
    languages: listOf(Language).optional().describe("BCP 47; absent: the article's language"),
    from: InstantBody.optional().describe('First instant; absent, or past: now'),
    until: InstantBody.describe('First instant that is too late'),
    edits: EditLevel.default('none').describe('How far the text is to be changed'),
    images: AskedImages.describe('Which images are to go along; false is none'),
  })
  .meta({ id: 'AskedUse' }) satisfies z.ZodType<AskedUse>;

/** A use as it is answered: what was asked, or what was granted. */
export const UseReply = z
  .object({
    media: replyList(Medium),
    territories: replyList(z.string()),
    excludeTerritories: replyList(z.string()).optional().describe('What the world goes without'),
    languages: replyList(z.string()).optional(),
    from: InstantText.optional(),
    until: InstantText,
    edits: EditLevel,
    images: ImageLevel,
  })
  .meta({ id: 'Use' });
