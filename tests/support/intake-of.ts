import { type House, type Intake, type Submission, takeIn } from '../../src/intake/index.ts';

const SUBMISSION: Omit<Submission, 'body'> = {
  headline: 'Ferry returns to service',
  byline: null,
  dateline: null,
  language: 'en',
  canonicalUrl: 'https://ledger.example/2026/ferry',
  images: [],
  intake: 'auto',
};

const HOUSE: House = {
  names: ['The Tidewater Ledger', 'Tidewater Press'],
  footers: [],
  latestHeadings: ['Latest news from The Tidewater Ledger'],
};

/** Takes a body in for a small house of which nothing else matters. */
export function intakeOf(
  body: Submission['body'],
  house: Partial<House> = {},
  rest: Partial<Submission> = {},
): Intake {
  return takeIn({ ...SUBMISSION, ...rest, body }, { ...HOUSE, ...house });
}
