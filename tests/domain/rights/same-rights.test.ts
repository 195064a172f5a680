import fc from 'fast-check';
import { MEDIA } from '../../../src/domain/media.ts';
import { odrlAgreement } from '../../../src/domain/rights/agreement.ts';
import { ninjsRightsInfo } from '../../../src/domain/rights/ninjs-rights.ts';
import type { OdrlAgreement } from '../../../src/domain/rights/odrl.ts';
import { schemaOrgRights } from '../../../src/domain/rights/schema-org-rights.ts';
import { DEFAULT_TERMS, type Terms } from '../../../src/domain/terms.ts';
import { EDIT_LEVELS } from '../../../src/domain/use.ts';
import { factsOf } from './samples.ts';

/** What an agreement lets a reader do, read back from the agreement alone. */
function readBack(agreement: OdrlAgreement) {
  const permitted = agreement.permission.flatMap(({ action }) => action);
  const forbidden = agreement.prohibition.flatMap(({ action }) => action);
  const obliged = (agreement.obligation ?? []).map(({ action }) => action);
  return { permitted, forbidden, obliged };
}

const anyTerms = fc.record({
  edits: fc.constantFrom(...EDIT_LEVELS),
  translation: fc.constantFrom('none', 'withApproval', 'accurate'),
  resale: fc.boolean(),
  sublicense: fc.boolean(),
  afterExpiry: fc.constantFrom('remove', 'keepPublished'),
  approval: fc.constantFrom('none', 'cuts', 'all'),
  media: fc.uniqueArray(fc.constantFrom(...MEDIA), { minLength: 1 }),
});

test('no expression of the rights says more than the terms and the use, or than another', () => {
  fc.assert(
    fc.property(anyTerms, (drawn) => {
      const facts = factsOf(
        { edits: drawn.edits, media: drawn.media },
        {
          translation: drawn.translation as Terms['translation'],
          sale: { ...DEFAULT_TERMS.sale, resale: drawn.resale },
          onward: { ...DEFAULT_TERMS.onward, sublicense: drawn.sublicense },
          afterExpiry: drawn.afterExpiry as Terms['afterExpiry'],
          edits: { ...DEFAULT_TERMS.edits, approval: drawn.approval as 'none' },
        },
      );
      const agreement = odrlAgreement(facts);
      const { permitted, forbidden, obliged } = readBack(agreement);

      expect(permitted.includes('modify')).toBe(drawn.edits !== 'none');
      expect(permitted.includes('translate')).toBe(drawn.translation !== 'none');
      expect(forbidden.includes('sell')).toBe(!drawn.resale);
      expect(forbidden.includes('grantUse')).toBe(!drawn.sublicense);
      expect(permitted.filter((action) => forbidden.includes(action))).toEqual([]);
      expect(permitted).not.toContain('sell');
      expect(permitted).not.toContain('grantUse');
      for (const rule of agreement.permission) {
        expect(rule.constraint?.map(({ leftOperand }) => leftOperand)).toEqual(
          expect.arrayContaining(['dateTime', 'deliveryChannel', 'virtualLocation', 'spatial']),
        );
      }

      const { langId, encodedRights } = ninjsRightsInfo(agreement);
      expect(langId).toBe(agreement.profile);
      expect(JSON.parse(encodedRights)).toEqual(agreement);

      const { expires } = schemaOrgRights({
        verifyUrl: 'https://permissions.example/licences/1',
        termsUri: 'https://permissions.example/terms/house/1',
        expires: facts.terms.afterExpiry === 'remove' ? facts.use.until : null,
      });
      expect(obliged.includes('delete')).toBe(expires !== undefined);
    }),
  );
});
