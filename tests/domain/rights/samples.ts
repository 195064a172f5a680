import type { AgreementFacts } from '../../../src/domain/rights/agreement-facts.ts';
import { DEFAULT_TERMS, type Terms } from '../../../src/domain/terms.ts';
import type { GrantedUse } from '../../../src/domain/use.ts';
import { DAY, NOW } from '../samples.ts';

const USE: GrantedUse = {
  media: ['web', 'app'],
  territories: ['NO', 'SE'],
  excludeTerritories: [],
  languages: ['en'],
  from: NOW,
  until: NOW + 10 * DAY,
  edits: 'none',
  images: 'none',
};

/** Ten days on one site in Norway and Sweden, but for what is given. */
export const factsOf = (
  use: Partial<GrantedUse> = {},
  terms: Partial<Terms> = {},
): AgreementFacts => ({
  licence: 'urn:uuid:01957c1a-0000-7000-8000-000000000001',
  assigner: 'https://permissions.example/v1/publications/gazette',
  assignee: 'urn:uuid:01957c1a-0000-7000-8000-0000000000aa',
  target: 'urn:uuid:01957c1a-0000-7000-8000-0000000000bb',
  version: 2,
  origins: ['https://www.daily.example'],
  use: { ...USE, ...use },
  terms: { ...DEFAULT_TERMS, ...terms },
});
