import type { z } from 'zod';
import { formatInstant } from '../../domain/instant.ts';
import type { Verdict } from '../../verifier/index.ts';
import type { VerdictReply } from '../schemas/verification.ts';

/** A verdict as it is answered; the record is asked at the instant itself. */
export function verdictReply(verdict: Verdict): z.input<typeof VerdictReply> {
  const { statusAsOf: _same, asOf, claims, ...said } = verdict;
  return { ...said, asOf: formatInstant(asOf), ...(claims && { claims: { ...claims } }) };
}
