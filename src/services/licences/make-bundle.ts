import type { Context } from '../../context.ts';
import { findStanding, type Standing } from '../../db/licence-standing.ts';
import type { Licence } from '../../db/licences.ts';
import * as terms from '../../db/terms.ts';
import { DomainError } from '../../domain/errors.ts';
import { formatInstant } from '../../domain/instant.ts';
import { BUNDLE_FORMAT, type LicenceBundle } from '../../verifier/index.ts';
import { proveLicence } from '../log/prove-licence.ts';
import { readStatusList } from '../status/read-list.ts';
import { readLicence } from './read-licences.ts';

/**
 * Gathers what verifies a licence with no network: token, record, proof, keys, status list, terms.
 *
 * @throws DomainError `licence-not-found`, `not-permitted`, `proof-not-ready` in the moment before
 *   the log holds it
 */
export async function makeBundle(ctx: Context, id: string): Promise<LicenceBundle> {
  const licence = await readLicence(ctx, id);
  const status = await readStatusList(ctx, { name: listName(licence) });
  const proof = await proofOf(ctx, id);
  return {
    format: BUNDLE_FORMAT,
    madeAt: formatInstant(ctx.now()),
    issuer: ctx.config.publicUrl,
    aliases: ctx.config.issuerAliases,
    token: licence.token,
    record: recordOf(await standingOf(ctx, id)),
    keys: { ...ctx.keys.archive },
    status: status.token,
    ...(proof && { proof }),
    terms: await termsOf(ctx, licence),
  };
}

function listName({ status_list }: Licence): string {
  return status_list.slice(status_list.lastIndexOf('/') + 1);
}

/** A licence whose event was removed has no proof any more, and stays a licence. */
async function proofOf(ctx: Context, id: string): Promise<LicenceBundle['proof']> {
  try {
    const { payload, salt, proof } = await proveLicence(ctx, id);
    return { payload, salt: salt.toString('base64'), proof };
  } catch (error) {
    if (error instanceof DomainError && error.code === 'event-removed') return undefined;
    throw error;
  }
}

async function standingOf(ctx: Context, id: string): Promise<Standing> {
  const standing = await findStanding(ctx.db, id);
  if (!standing) throw new Error(`licence ${id} was read and is not there`);
  return standing;
}

function recordOf({ state, articleKilled, outletSuspended, successor }: Standing) {
  return { state, articleKilled, outletSuspended, successor };
}

async function termsOf(ctx: Context, licence: Licence): Promise<string> {
  const kept = await terms.find(ctx.db, licence.terms_slug, licence.terms_version);
  if (!kept) throw new Error(`the terms of licence ${licence.id} are not there`);
  return kept.document;
}
