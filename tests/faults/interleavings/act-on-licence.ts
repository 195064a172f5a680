import { sql } from 'kysely';
import {
  reinstateLicence,
  revokeLicence,
  suspendLicence,
} from '../../../src/services/licences/change-licence.ts';
import { readLicence } from '../../../src/services/licences/read-licences.ts';
import { renewLicence } from '../../../src/services/licences/renew-licence.ts';
import type { TestService } from '../../support/context.ts';
import { DAY_MS } from '../../support/newsroom.ts';
import { REFUSED } from './refused.ts';
import type { LicenceStep, Subject } from './step.ts';
import type { World } from './world.ts';

const reason = 'As it happens.';

export async function actOnLicence(world: World, step: LicenceStep): Promise<unknown> {
  const { service } = world;
  const admin = service.as({});
  const id = await newestOf(world, step.outlet, step.subject);
  if (step.do === 'ask') return askAgain(world, step, id);
  if (id === undefined) return REFUSED;
  switch (step.do) {
    case 'suspend':
      return suspendLicence(admin, { id, reason });
    case 'revoke':
      return revokeLicence(admin, { id, reason });
    case 'reinstate':
      return reinstateLicence(admin, { id, reason });
    case 'renew':
      return renewLicence(admin, { id, until: admin.now() + 30 * DAY_MS, reason });
    case 'expire':
      return expire(service, id);
  }
}

/** A second licence beside one that may live again would be another story. */
async function askAgain(
  { service, partners, articles, licences }: World,
  { outlet, subject }: LicenceStep,
  before: string | undefined,
): Promise<unknown> {
  if (before !== undefined) {
    const { state } = await readLicence(service.as({}), before);
    if (state === 'active' || state === 'suspended') return REFUSED;
  }
  const partner = partners[outlet];
  const article = subject === 'feed' ? null : articles[subject];
  const licence = article === undefined ? undefined : await partner?.ask(article);
  if (licence === undefined) return REFUSED;
  licences[outlet]?.set(subject, licence);
  return licence;
}

/** Its time is over from now on; nobody has said so yet. */
async function expire({ db }: TestService, id: string): Promise<unknown> {
  const { numAffectedRows } = await sql`
    update licence set until_at = now()
    where id = ${id} and state in ('active', 'suspended') and from_at < now() and until_at > now()
  `.execute(db);
  return numAffectedRows === 1n ? undefined : REFUSED;
}

/** The present of what an outlet has for it: renewals and corrections put others after the first. */
export async function newestOf(
  { service, licences }: World,
  outlet: number,
  subject: Subject,
): Promise<string | undefined> {
  const id = licences[outlet]?.get(subject);
  if (id === undefined) return undefined;
  const row = await service.db
    .selectFrom('licence as l')
    .innerJoin('licence as newest', 'newest.series', 'l.series')
    .select('newest.id')
    .where('l.id', '=', id)
    .where('newest.successor', 'is', null)
    .executeTakeFirst();
  return row?.id ?? id;
}
