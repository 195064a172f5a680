import { odrlAgreement } from '../../../src/domain/rights/agreement.ts';
import type { OdrlAgreement } from '../../../src/domain/rights/odrl.ts';
import { factsOf } from './samples.ts';

const constraint = (agreement: OdrlAgreement, operand: string) =>
  agreement.permission[0]?.constraint?.filter(({ leftOperand }) => leftOperand === operand);

test('an agreement names its parties, its asset and the profile of the IPTC', () => {
  expect(odrlAgreement(factsOf())).toMatchObject({
    '@context': [
      'http://www.w3.org/ns/odrl.jsonld',
      'https://iptc.org/std/RightsML/odrl-profile/rightsml.jsonld',
    ],
    '@type': 'Agreement',
    uid: 'urn:uuid:01957c1a-0000-7000-8000-000000000001',
    profile: 'https://iptc.org/std/RightsML/odrl-profile/',
    assigner: 'https://permissions.example/v1/publications/gazette',
    assignee: 'urn:uuid:01957c1a-0000-7000-8000-0000000000aa',
    target: 'urn:uuid:01957c1a-0000-7000-8000-0000000000bb',
  });
});

test('it permits within the interval, the territories, the media, the languages and the sites', () => {
  expect(odrlAgreement(factsOf()).permission).toEqual([
    {
      action: ['reproduce', 'distribute'],
      constraint: [
        {
          leftOperand: 'dateTime',
          operator: 'gteq',
          rightOperand: { '@value': '2026-03-01T06:00:00.000Z', '@type': 'xsd:dateTime' },
        },
        {
          leftOperand: 'dateTime',
          operator: 'lt',
          rightOperand: { '@value': '2026-03-11T06:00:00.000Z', '@type': 'xsd:dateTime' },
        },
        { leftOperand: 'version', operator: 'eq', rightOperand: '2' },
        {
          leftOperand: 'spatial',
          operator: 'isAnyOf',
          rightOperand: [
            { '@id': 'http://cvx.iptc.org/iso3166-1a2/NO' },
            { '@id': 'http://cvx.iptc.org/iso3166-1a2/SE' },
          ],
        },
        { leftOperand: 'deliveryChannel', operator: 'isAnyOf', rightOperand: ['web', 'app'] },
        { leftOperand: 'language', operator: 'isAnyOf', rightOperand: ['en'] },
        {
          leftOperand: 'virtualLocation',
          operator: 'isAnyOf',
          rightOperand: [{ '@id': 'https://www.daily.example' }],
        },
      ],
      duty: [
        {
          action: 'attribute',
          attributedParty: 'https://permissions.example/v1/publications/gazette',
        },
      ],
    },
  ]);
});

test('the world is no constraint, but for what it goes without', () => {
  const world = odrlAgreement(factsOf({ territories: ['world'] }));
  expect(constraint(world, 'spatial')).toEqual([]);
  const without = odrlAgreement(factsOf({ territories: ['world'], excludeTerritories: ['KP'] }));
  expect(constraint(without, 'spatial')).toEqual([
    {
      leftOperand: 'spatial',
      operator: 'isNoneOf',
      rightOperand: [{ '@id': 'http://cvx.iptc.org/iso3166-1a2/KP' }],
    },
  ]);
});

test.each([
  ['EUR', 12_050, '120.50'],
  ['JPY', 12_050, '12050'],
  ['KWD', 5, '0.005'],
])('a fee in %s is said in its major units', (currency, amount, value) => {
  const fee = { amount, currency, basis: 'perUse', reference: null };
  const [rule] = odrlAgreement(factsOf({}, { fee })).permission;
  expect(rule?.duty?.[1]).toEqual({
    action: 'compensate',
    compensatedParty: 'https://permissions.example/v1/publications/gazette',
    constraint: [
      {
        leftOperand: 'payAmount',
        operator: 'eq',
        rightOperand: { '@value': value, '@type': 'xsd:decimal' },
        unit: `http://cvx.iptc.org/iso4217a/${currency}`,
      },
    ],
  });
});

test('reports, copies and portions are said where the terms have them', () => {
  const agreement = odrlAgreement(
    factsOf(
      {},
      {
        report: { withinHours: 48, evidence: 'url' },
        limits: { sites: null, copies: 9_000, liveAtOnce: null },
        portion: { maxWords: 250 },
      },
    ),
  );
  expect(agreement.permission[0]?.duty?.[1]).toMatchObject({ action: 'inform' });
  expect(constraint(agreement, 'count')?.[0]).toMatchObject({ rightOperand: 9_000 });
  expect(constraint(agreement, 'absoluteSize')?.[0]).toMatchObject({
    rightOperand: 250,
    unit: 'https://schema.org/wordCount',
  });
});

test('terms that rest on a public licence add nothing to it', () => {
  const agreement = odrlAgreement(
    factsOf({}, { basis: { uri: 'https://creativecommons.org/licenses/by/4.0/' } }),
  );
  expect(agreement.prohibition).toEqual([]);
  expect(agreement.obligation).toBeUndefined();
  expect(agreement.permission).toHaveLength(1);
  expect(agreement.permission[0]?.constraint?.map(({ leftOperand }) => leftOperand)).toEqual([
    'dateTime',
    'dateTime',
    'version',
  ]);
});
