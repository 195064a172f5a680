import type { Config } from '../../config.ts';
import type { Db } from '../../db/database.ts';
import { anyLicence } from '../../db/licences.ts';
import { findSetting, saveSetting } from '../../db/settings.ts';

const NAME = 'issuers';

/**
 * Holds the service to the issuers that it has signed licences under.
 *
 * @throws Error when PUBLIC_URL has changed and a former one is not among ISSUER_ALIASES: its
 *   licences would stop verifying
 */
export async function fixIssuer(db: Db, config: Config): Promise<void> {
  const kept = JSON.parse((await findSetting(db, NAME)) ?? '[]') as string[];
  const used = (await anyLicence(db)) ? kept : [];
  const lost = used.filter((issuer) => !accepted(issuer, config));
  if (lost.length > 0) throw new Error(complaint(lost, config));
  await saveSetting(db, NAME, JSON.stringify([...new Set([...used, config.publicUrl])]));
}

function accepted(issuer: string, { publicUrl, issuerAliases }: Config): boolean {
  return issuer === publicUrl || issuerAliases.includes(issuer);
}

function complaint(lost: readonly string[], { publicUrl }: Config): string {
  return (
    `Licences were issued as ${lost.join(', ')}, and PUBLIC_URL is now ${publicUrl}. ` +
    `Set PUBLIC_URL back, or set ISSUER_ALIASES=${lost.join(',')} so that they keep verifying.`
  );
}
