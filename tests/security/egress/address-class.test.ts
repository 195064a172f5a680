import fc from 'fast-check';
import { addressClasses, isSameAddress } from '../../../src/security/egress/address-class.ts';

const classOf = addressClasses([]);

test.each([
  '1.1.1.1',
  '9.255.255.255',
  '11.0.0.0',
  '100.63.255.255',
  '100.128.0.0',
  '126.255.255.255',
  '128.0.0.0',
  '172.15.255.255',
  '172.32.0.0',
  '192.167.255.255',
  '223.255.255.255',
  '2000::1',
  '2600:1f18::1',
  '2a00:1450:4001::68',
  '3ffe:ffff::1',
])('%s is public', (address) => {
  expect(classOf(address)).toBe('public');
});

test('every IPv6 address outside 2000::/3 is forbidden', () => {
  const group = fc.integer({ min: 0, max: 0xffff });
  const first = group.filter((value) => value >> 13 !== 1);
  fc.assert(
    fc.property(fc.tuple(first, group, group, group, group, group, group, group), (groups) => {
      const address = groups.map((value) => value.toString(16)).join(':');
      expect(classOf(address)).toBe('forbidden');
    }),
  );
});

test.each([
  '',
  'localhost',
  '127.1',
  '2130706433',
  '0x7f000001',
  '1.1.1.1 ',
  '[::1]',
  '1.1.1.1:443',
])('what is not the plain spelling of an address is forbidden: %p', (text) => {
  expect(classOf(text)).toBe('forbidden');
});

test('the allow list opens its own CIDRs and nothing beside them', () => {
  const inHouse = addressClasses(['10.1.0.0/16', 'fd00:1::/32']);
  expect(['10.1.2.3', 'fd00:1::9'].map(inHouse)).toEqual(['listed', 'listed']);
  expect(['10.2.0.1', 'fd00:2::9', '::ffff:10.1.2.3', '1.1.1.1'].map(inHouse)).toEqual([
    'forbidden',
    'forbidden',
    'forbidden',
    'public',
  ]);
});

test('a CIDR that is none stops the start', () => {
  expect(() => addressClasses(['10.1.0.0/64'])).toThrow();
});

test('one address in two spellings is the same', () => {
  expect(isSameAddress('2A00::0:1', '2a00::1')).toBe(true);
  expect(isSameAddress('::ffff:1.1.1.1', '1.1.1.1')).toBe(true);
  expect(isSameAddress('1.1.1.1', '1.1.1.2')).toBe(false);
  expect(isSameAddress('1.1.1.1', '')).toBe(false);
});
