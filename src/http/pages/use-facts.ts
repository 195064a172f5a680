import type { UseDocument } from '../../domain/use.ts';
import type { Fact } from './fact-list.ts';

/** What was granted, as facts of a page. */
export function useFacts(use: UseDocument): Fact[] {
  return [
    ['Media', use.media.join(', ')],
    ['Territories', use.territories.join(', ')],
    ['Except in', use.excludeTerritories?.join(', ') ?? ''],
    ['Languages', use.languages.join(', ')],
    ['Edits', use.edits],
    ['Images', use.images],
  ];
}
