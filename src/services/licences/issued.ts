import type { Context } from '../../context.ts';
import type { Decided, LicenceRow } from '../../db/decisions.ts';
import { eventRow } from '../../db/events.ts';
import { wordOf } from '../../db/outbox.ts';
import { integrityOf } from '../save-terms.ts';

/** The line of the record that tells of a new licence; its token by its hash alone. */
export function issuedEvent(ctx: Context, licence: LicenceRow): Decided['events'][number] {
  const { id, token, ...row } = licence;
  const after = { ...row, token: integrityOf(token) };
  return eventRow(ctx, { type: 'licence.issued', subject: { kind: 'licence', id }, after });
}

/** Tells the relay that an outlet may have an article now. */
export function issuedWord(ctx: Context, licence: LicenceRow): Decided['outbox'][number] {
  return { kind: 'licence.issued', ...wordOf(licence), request_id: ctx.caller.requestId };
}
