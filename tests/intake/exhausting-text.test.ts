import { intakeOf } from '../support/intake-of.ts';

const MIB = 2 ** 20;
const filled = (one: string) => one.repeat(Math.floor(MIB / Buffer.byteLength(one)));
const lines = (one: string) => Array.from({ length: 19_999 }, () => one).join('\n');
const house = {
  footers: [
    '© {years} {holder}. First published by {publication}: {canonicalUrl}. {headline} {licenceId}',
    '{headline} first appeared in {publication}, {years}: {verifyUrl}',
  ],
};

/** Far more than it takes, so that a slow machine passes and quadratic time does not. */
const BOUND_MS = 5_000;

/** Of processor time, which others on the machine do not lengthen. */
function msToRun(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

describe('a text made to exhaust the service', () => {
  test.each([
    ['one word', filled('a')],
    ['words', filled('The ferry returns on Monday. ')],
    ['words without spaces', filled('渡轮星期一恢复服务')],
    ['Thai and Latin', filled('aก')],
    ['spaces', `a${filled(' ')}b`],
    ['dashes', filled('-')],
    ['dashes and spaces', filled('- ')],
    ['full stops', `${filled('. ')}a`],
    ['marks of an end', filled('# ')],
    ['brackets', filled('OSLO (')],
    ['datelines', filled('OSLO (AB) – ')],
    ['copyright signs', filled('(c) ')],
    ['half a footer', filled('© 2026 Tidewater Press. First published by ')],
    ['accents', filled('a\u0301\u0323')],
    ['by lines', lines('By A')],
    ['headlines', lines('Ferry returns to service')],
    ['headings', lines('THE SEARCH GOES ON')],
    ['ends', lines('ENDS')],
    ['lists of latest stories', lines('Latest news from The Tidewater Ledger')],
    ['copyright lines', lines('© 2026 Tidewater Press. All rights are reserved')],
  ])('of %s is taken in', (_, text) => {
    expect(msToRun(() => intakeOf({ text }, house))).toBeLessThan(BOUND_MS);
  });

  test('of half a million lines is refused at once', () => {
    const text = filled('a\n');
    const refused = () =>
      expect(() => intakeOf({ text }, house)).toThrow(
        expect.objectContaining({ code: 'invalid-request' }),
      );
    expect(msToRun(refused)).toBeLessThan(BOUND_MS);
  });
});
