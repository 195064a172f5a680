import { z } from 'zod';
import { isWorld, TERRITORY_CODES, WORLD } from '../../domain/territories.ts';
import { listOf } from './list.ts';

/** ISO 3166-1 alpha-2, upper case, officially assigned. */
export const TerritoryCode = z
  .string()
  .regex(/^[A-Z]{2}$/, {
    error: 'Write an ISO 3166-1 alpha-2 code in upper case, such as NO.',
    abort: true,
  })
  .refine((code) => TERRITORY_CODES.has(code), 'ISO 3166-1 assigns this code to no territory.');

const TerritoryOrWorld = z
  .string()
  .regex(/^([A-Z]{2}|world)$/, {
    error: 'Write ISO 3166-1 alpha-2 codes in upper case, such as NO, or world.',
    abort: true,
  })
  .refine(isTerritory, 'ISO 3166-1 assigns this code to no territory.');

/** Territory codes, or the world alone. */
export const Territories = listOf(TerritoryOrWorld)
  .refine((list) => list.length === 1 || !isWorld(list), `"${WORLD}" stands alone in its list.`)
  .describe('ISO 3166-1 alpha-2 codes, or ["world"]');

/** Territory codes that are taken out of others; may be empty. */
export const ExcludedTerritories = listOf(TerritoryCode, { least: 0 });

function isTerritory(territory: string): boolean {
  return territory === WORLD || TERRITORY_CODES.has(territory);
}
