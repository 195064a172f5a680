import type { Held } from '../domain/terms-sentences/index.ts';

/** Every word of a certificate that is not the licence's own; another language is one more table. */
export interface CertificateWording {
  language: string;
  title: string;
  lead: string;
  feedLead: string;
  held: Readonly<Record<Held, string>>;
  headings: Readonly<
    Record<
      'licence' | 'parties' | 'article' | 'feed' | 'use' | 'terms' | 'footer' | 'proof',
      string
    >
  >;
  labels: Readonly<Record<Label, string>>;
  world: string;
  footerDuty: string;
  feedFooterDuty: string;
  frozen: string;
  proof: string;
}

export type Label =
  | 'number'
  | 'issued'
  | 'grantor'
  | 'holder'
  | 'grantee'
  | 'sites'
  | 'feed'
  | 'since'
  | 'headline'
  | 'byline'
  | 'published'
  | 'original'
  | 'version'
  | 'media'
  | 'territories'
  | 'except'
  | 'languages'
  | 'from'
  | 'until'
  | 'frozenAt'
  | 'key'
  | 'log'
  | 'text'
  | 'termsHash'
  | 'printed';

export const CERTIFICATE_EN: CertificateWording = {
  language: 'en',
  title: 'Reprint licence',
  lead: 'This certifies that the outlet named below may reprint the article named below, within the bounds and on the terms stated here. Whether the licence is still in force is shown at:',
  feedLead:
    'This certifies that the outlet named below may reprint each article of the feed named below, within the bounds and on the terms stated here. Whether the licence is still in force is shown at:',
  held: { enforced: 'enforced', checked: 'checked on the page', attested: 'attested' },
  headings: {
    licence: 'Licence',
    parties: 'Parties',
    article: 'Article',
    feed: 'Feed',
    use: 'Permitted use',
    terms: 'Terms',
    footer: 'Copyright notice',
    proof: 'Proof',
  },
  labels: {
    number: 'Number',
    issued: 'Issued',
    grantor: 'Granted by',
    holder: 'Copyright holder',
    grantee: 'Granted to',
    sites: 'May appear on',
    feed: 'Covers',
    since: 'Since',
    headline: 'Headline',
    byline: 'By',
    published: 'First published',
    original: 'Original',
    version: 'Version',
    media: 'Media',
    territories: 'Readers in',
    except: 'Except in',
    languages: 'Languages',
    from: 'From',
    until: 'Until, exclusive',
    frozenAt: 'Frozen text',
    key: 'Signing key',
    log: 'Transparency log',
    text: 'Hash of the text',
    termsHash: 'Hash of the terms',
    printed: 'Printed',
  },
  world: 'the whole world',
  footerDuty: 'This notice has to stand with the text, unchanged, after its body:',
  feedFooterDuty:
    'From this template the notice of each article is made. It has to stand with the text, unchanged, after its body:',
  frozen: 'The frozen text of the terms is what counts; its hash stands in the licence.',
  proof:
    'The signed licence is a JSON Web Token. Anyone can verify it with the public keys of the service, at the address above or without any network from its bundle.',
};
