import { checkStatus, type StatusReader, statusReader } from './check-status.ts';
import type { EventLine, Payload } from './entry.ts';
import type { Finding, Report } from './finding.ts';
import { FIXED_COLUMNS, type LicenceFields, spelled } from './licence-row.ts';
import { fieldsOf, type Projection, projection } from './projection.ts';
import type { KeptLicence, LicenceSource } from './source.ts';

/**
 * Holds every licence, and its place on its status list, against what the events told of it.
 *
 * @returns how many there are
 */
export async function checkLicences(
  source: LicenceSource,
  told: Projection,
  report: Report,
): Promise<number> {
  let count = 0;
  const lists = statusReader(source, report);
  for await (const batch of source.rows()) {
    for (const licence of batch) {
      const found = told.compare(licence.id, licence.fields);
      const sure = found.length > 0 ? await compareAgain(source, licence, found) : [];
      for (const finding of sure) report(finding);
      await compareStatus(licence, told, lists, report);
    }
    count += batch.length;
  }
  told.finish(report);
  return count;
}

/** A second look, for what changed between the reading of the events and that of the licence. */
async function compareAgain(
  source: LicenceSource,
  { id }: KeptLicence,
  found: readonly Finding[],
): Promise<readonly Finding[]> {
  const now = await source.again(id);
  if (!now) return found;
  const told = projection(source.columns);
  for (const payload of now.events) told.tell(asLine(payload), payload);
  return told.compare(id, now.fields).map((finding) => explained(finding, now));
}

function explained(
  finding: Finding,
  { events, fields }: { events: readonly Payload[]; fields: LicenceFields },
): Finding {
  const issued = fieldsOf(events.find(({ after }) => 'token' in fieldsOf(after))?.after);
  const columns = FIXED_COLUMNS.filter(
    (column) =>
      column in fields && spelled(column, fields[column]) !== spelled(column, issued[column]),
  );
  const isRow = finding.check === 'licences' && finding.what.startsWith('The row');
  return isRow
    ? { ...finding, what: `${finding.what} It differs in ${columns.join(', ')}.` }
    : finding;
}

async function compareStatus(
  { id, fields }: KeptLicence,
  told: Projection,
  lists: StatusReader,
  report: Report,
): Promise<void> {
  const state = told.stateOf(id);
  if (state === undefined) return;
  const isOutletSuspended = told.isOutletSuspended(String(fields.outlet));
  const place = { uri: String(fields.status_list), index: Number(fields.status_index) };
  await checkStatus({ id, state, isOutletSuspended, ...place }, lists, report);
}

function asLine({ at, ...payload }: Payload): EventLine {
  return { ...payload, at: Date.parse(at), outlet: null, article: null, licence: null };
}
