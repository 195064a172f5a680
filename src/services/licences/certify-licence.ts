import { decodeJwt } from 'jose';
import type { Certificate, Certified } from '../../certificate/certificate.ts';
import type { Context } from '../../context.ts';
import { type CertifiedRow, findCertified } from '../../db/licence-certificates.ts';
import type { LicenceClaims } from '../../domain/claims.ts';
import { feedInWords } from '../../domain/feed-words.ts';
import { ninjsRightsInfo } from '../../domain/rights/ninjs-rights.ts';
import { schemaOrgRights } from '../../domain/rights/schema-org-rights.ts';
import { readTerms } from '../../domain/terms-document.ts';
import { termsSentences } from '../../domain/terms-sentences/index.ts';
import { readUse } from '../../domain/use.ts';
import { permitPublicationId } from '../permit.ts';
import { licenceNotFound } from './read-licences.ts';
import { verifyUrl } from './uris.ts';

/**
 * The certificate of a licence as a PDF: what the token says, in words.
 *
 * @throws DomainError `licence-not-found`, also for another outlet's, `not-permitted`
 */
export async function certifyLicence(ctx: Context, id: string): Promise<Buffer> {
  const { row, claims } = await readCertified(ctx, id);
  const { credit, footer, terms } = claims;
  const certificate: Certificate = {
    licence: { id, issuedAt: claims.iat * 1000, kid: row.kid, log: claims.log.origin },
    verifyUrl: verifyUrl(ctx.config.publicUrl, id),
    publication: { name: credit.creditText, copyrightHolder: credit.copyrightHolder },
    outlet: { name: row.outletName, origins: claims.aud },
    ...certified(row, claims),
    use: readUse(claims.use),
    terms: {
      uri: terms.uri,
      integrity: terms.integrity,
      sentences: termsSentences(readTerms(JSON.parse(row.termsDocument))),
    },
    footer: 'text' in footer ? footer.text : footer.template,
    printedAt: ctx.now(),
  };
  // What sets type and draws takes a quarter of a second to load, which few processes ever need.
  const { printCertificate } = await import('../../certificate/print-certificate.ts');
  return printCertificate(certificate);
}

/**
 * The rights of a licence for machines: the same in three vocabularies.
 *
 * @throws DomainError `licence-not-found`, also for another outlet's, `not-permitted`
 */
export async function readRights(ctx: Context, id: string) {
  const { row, claims } = await readCertified(ctx, id);
  const { afterExpiry } = readTerms(JSON.parse(row.termsDocument));
  return {
    odrl: claims.odrl,
    ninjs: ninjsRightsInfo(claims.odrl),
    schemaOrg: schemaOrgRights({
      verifyUrl: verifyUrl(ctx.config.publicUrl, id),
      termsUri: claims.terms.uri,
      expires: afterExpiry === 'remove' ? claims.exp * 1000 : null,
    }),
  };
}

/** What the licence is for. */
function certified(row: CertifiedRow, { article, feed, credit }: LicenceClaims): Certified {
  if (feed) {
    const words = feedInWords(credit.creditText, feed.filter);
    return { feed: { words, url: credit.canonical, since: row.feedSince ?? row.issuedAt } };
  }
  return {
    article: {
      headline: article.headline,
      byline: row.byline,
      language: article.lang,
      version: article.version,
      publishedAt: row.publishedAt ?? row.issuedAt,
      canonicalUrl: credit.canonical,
      integrity: article.integrity,
    },
  };
}

async function readCertified(ctx: Context, id: string) {
  const row = await findCertified(ctx.db, id, ctx.caller.outlet);
  if (!row) throw licenceNotFound(id);
  await permitPublicationId(ctx, row.publication);
  // Our own token from our own record: it was verified before it was written.
  return { row, claims: decodeJwt(row.token) as unknown as LicenceClaims };
}
