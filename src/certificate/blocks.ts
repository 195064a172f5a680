import { formatInstant } from '../domain/instant.ts';
import { isWorld } from '../domain/territories.ts';
import type { Certificate } from './certificate.ts';
import type { CertificateWording, Label } from './wording.ts';

/** One thing on a certificate, in the order in which it is read. */
export type Block =
  | { kind: 'title' | 'lead' | 'heading' | 'small' | 'point' | 'quote'; text: string }
  | { kind: 'row'; label: string; text: string };

type Row = readonly [Label, string];

/** All that a certificate says, in words and in order; how it looks is decided elsewhere. */
export function certificateBlocks(certificate: Certificate, wording: CertificateWording): Block[] {
  const { headings, labels } = wording;
  const rows = (of: readonly Row[]): Block[] =>
    of.map(([label, text]) => ({ kind: 'row', label: labels[label], text }));
  return [
    { kind: 'title', text: wording.title },
    { kind: 'lead', text: certificate.feed ? wording.feedLead : wording.lead },
    { kind: 'lead', text: certificate.verifyUrl },
    { kind: 'heading', text: headings.licence },
    ...rows(licenceRows(certificate)),
    { kind: 'heading', text: headings.parties },
    ...rows(partyRows(certificate)),
    { kind: 'heading', text: certificate.feed ? headings.feed : headings.article },
    ...rows(subjectRows(certificate)),
    { kind: 'heading', text: headings.use },
    ...rows(useRows(certificate, wording)),
    { kind: 'heading', text: headings.terms },
    ...terms(certificate, wording),
    ...rows([['frozenAt', certificate.terms.uri]]),
    { kind: 'heading', text: headings.footer },
    { kind: 'small', text: certificate.feed ? wording.feedFooterDuty : wording.footerDuty },
    { kind: 'quote', text: certificate.footer },
    { kind: 'heading', text: headings.proof },
    { kind: 'small', text: wording.proof },
    ...rows(proofRows(certificate)),
  ];
}

function licenceRows({ licence }: Certificate): Row[] {
  return [
    ['number', licence.id],
    ['issued', formatInstant(licence.issuedAt)],
  ];
}

function partyRows({ publication, outlet }: Certificate): Row[] {
  return [
    ['grantor', publication.name],
    ['holder', publication.copyrightHolder],
    ['grantee', outlet.name],
    ['sites', outlet.origins.join(', ')],
  ];
}

function subjectRows({ article, feed }: Certificate): Row[] {
  if (feed) {
    return [
      ['feed', feed.words],
      ['since', formatInstant(feed.since)],
      ['original', feed.url],
    ];
  }
  return [
    ['headline', article.headline],
    ...(article.byline === null ? [] : [['byline', article.byline] as const]),
    ['published', formatInstant(article.publishedAt)],
    ['original', article.canonicalUrl],
    ['version', `${article.version} (${article.language})`],
  ];
}

function useRows({ use }: Certificate, { world }: CertificateWording): Row[] {
  const { media, territories, excludeTerritories: without, languages, from, until } = use;
  return [
    ['media', media.join(', ')],
    ['territories', isWorld(territories) ? world : territories.join(', ')],
    ...(without.length === 0 ? [] : [['except', without.join(', ')] as const]),
    ['languages', languages.join(', ')],
    ['from', formatInstant(from)],
    ['until', formatInstant(until)],
  ];
}

function terms({ terms }: Certificate, { held, frozen }: CertificateWording): Block[] {
  const points = terms.sentences.map((sentence) => ({
    kind: 'point' as const,
    text: `${sentence.text} (${held[sentence.held]})`,
  }));
  return [...points, { kind: 'small', text: frozen }];
}

function proofRows({ article, terms, licence, printedAt }: Certificate): Row[] {
  return [
    ...(article ? [['text', article.integrity] as const] : []),
    ['termsHash', terms.integrity],
    ['key', licence.kid],
    ['log', licence.log],
    ['printed', formatInstant(printedAt)],
  ];
}
